package dev.muster.target.groupware;

import io.vertx.core.json.JsonArray;
import io.vertx.jdbcclient.spi.JDBCColumnDescriptorProvider;
import io.vertx.jdbcclient.spi.JDBCEncoder;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Hands every value to the driver as it is. Vert.x would ask what type each parameter has, to convert texts into dates, and
 * MariaDB's driver answers that with an exception for each of them: with thousands of addresses in one question this took
 * most of its time. Found by {@link java.util.ServiceLoader}; stateless.
 */
public final class PlainEncoder implements JDBCEncoder {
    @Override
    public @Nullable Object encode(JsonArray input, int position, JDBCColumnDescriptorProvider provider) {
        return input.getValue(position - 1);
    }

    @Override
    public @Nullable Object encode(Tuple input, int position, JDBCColumnDescriptorProvider provider) {
        return input.getValue(position - 1);
    }
}
