package dev.muster.ledger;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class StoreSchemaTest implements StoreSchemaContract {
    private final JdbcDataSource store = new JdbcDataSource();

    StoreSchemaTest() {
        store.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MariaDB;DB_CLOSE_DELAY=-1");
    }

    @Override
    public DataSource store() {
        return store;
    }
}
