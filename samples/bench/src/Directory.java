import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The people's entries in LDAP. */
final class Directory implements AutoCloseable {
    private final LDAPConnection connection;

    Directory() throws LDAPException {
        LDAPURL url = new LDAPURL(System.getenv("LDAP_URL"));
        connection = new LDAPConnection(
                url.getHost(), url.getPort(), System.getenv("LDAP_BIND_DN"), System.getenv("LDAP_BIND_PASSWORD"));
    }

    /** Everybody's LDIF, by user name. */
    Map<String, List<String>> read() throws LDAPException {
        Map<String, List<String>> entries = new TreeMap<>();
        String people = "ou=people," + System.getenv("LDAP_BASE_DN");
        for (Entry entry : connection.search(people, SearchScope.SUB, "(uid=*)").getSearchEntries()) {
            entries.put(entry.getAttributeValue("uid"), new ArrayList<>(Arrays.asList(entry.toLDIF(0))));
        }
        return entries;
    }

    void add(Entry entry) throws LDAPException {
        connection.add(entry);
    }

    static Entry entry(Person person) {
        try {
            return new Entry(person.entry().toArray(String[]::new));
        } catch (LDIFException e) {
            throw new IllegalArgumentException(person.name(), e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
