package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.AsyncSearchResultListener;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One request whose answer is not waited for. Sending it again is safe as long as the last sending was answered. */
sealed interface LdapCall {
    /** @param answered told the result on the connection's own thread, where it must not block */
    void send(LDAPConnection connection, Consumer<LDAPResult> answered) throws LDAPException;

    /** Such as {@code add uid=anna,ou=people,dc=test,dc=tux}, for messages. */
    String title();

    record Add(AddRequest request) implements LdapCall {
        @Override
        public void send(LDAPConnection connection, Consumer<LDAPResult> answered) throws LDAPException {
            connection.asyncAdd(request, (id, result) -> answered.accept(result));
        }

        @Override
        public String title() {
            return "add " + request.getDN();
        }
    }

    record Modify(ModifyRequest request) implements LdapCall {
        @Override
        public void send(LDAPConnection connection, Consumer<LDAPResult> answered) throws LDAPException {
            connection.asyncModify(request, (id, result) -> answered.accept(result));
        }

        @Override
        public String title() {
            return "modify " + request.getDN();
        }
    }

    record Delete(DeleteRequest request) implements LdapCall {
        @Override
        public void send(LDAPConnection connection, Consumer<LDAPResult> answered) throws LDAPException {
            connection.asyncDelete(request, (id, result) -> answered.accept(result));
        }

        @Override
        public String title() {
            return "delete " + request.getDN();
        }
    }

    /** Keeps the entries that were found by the last sending. */
    final class Search implements LdapCall {
        private final String base;
        private final SearchScope scope;
        private final Filter filter;
        private final String[] attributes;
        private volatile List<SearchResultEntry> found = List.of();

        Search(String base, SearchScope scope, Filter filter, String... attributes) {
            this.base = base;
            this.scope = scope;
            this.filter = filter;
            this.attributes = attributes;
        }

        List<SearchResultEntry> found() {
            return found;
        }

        @Override
        public void send(LDAPConnection connection, Consumer<LDAPResult> answered) throws LDAPException {
            connection.asyncSearch(new SearchRequest(new Collector(answered), base, scope, filter, attributes));
        }

        @Override
        public String title() {
            return "search below " + base;
        }

        private final class Collector implements AsyncSearchResultListener {
            private static final long serialVersionUID = 1L;
            private final transient List<SearchResultEntry> entries = new ArrayList<>();
            private final transient Consumer<LDAPResult> answered;

            private Collector(Consumer<LDAPResult> answered) {
                this.answered = answered;
            }

            @Override
            public void searchEntryReturned(SearchResultEntry entry) {
                entries.add(entry);
            }

            @Override
            public void searchReferenceReturned(SearchResultReference reference) {}

            @Override
            public void searchResultReceived(AsyncRequestID id, SearchResult result) {
                found = entries;
                answered.accept(result);
            }
        }
    }
}
