package dev.muster.input;

import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What no two rows of a feed may share: user name, identity, addresses; the name of a group or resource; the key of a
 * shared account.
 *
 * @param code what sharing it is called
 * @param field the field it came from
 * @param value folded as the targets compare it
 */
record RowKey(ErrorCode code, String field, String value) {
    /** Each key of a row once: an alias that repeats the row's own primary address is fine. */
    static List<RowKey> of(FeedRow row) {
        Map<Field, List<String>> values = row.values();
        List<RowKey> keys = new ArrayList<>(6);
        String account = Identity.first(values, AccountColumns.NAME);
        if (!account.isEmpty()) {
            return account(account, values);
        }
        for (ObjectKey object : RosterColumns.named(values)) {
            Field field = RosterColumns.name(object.kind());
            add(keys, ErrorCode.DUPLICATE_OBJECT, field, Text.folded(object.toString()));
        }
        if (keys.isEmpty()) {
            person(keys, row);
        }
        addresses(keys, values, Field.MAIL);
        addresses(keys, values, Field.ALIAS);
        return keys;
    }

    private static List<RowKey> account(String name, Map<Field, List<String>> values) {
        List<RowKey> keys = new ArrayList<>(3);
        String object = Text.folded(ObjectKey.account(name).toString());
        add(keys, ErrorCode.DUPLICATE_OBJECT, AccountColumns.NAME, object);
        AccountAddresses.plain(values)
                .forEach(address ->
                        add(keys, ErrorCode.DUPLICATE_ADDRESS, AccountColumns.ADDRESSES, Text.folded(address)));
        return keys;
    }

    private static void person(List<RowKey> keys, FeedRow row) {
        Map<Field, List<String>> values = row.values();
        String userName = Text.folded(Identity.first(values, Field.USERNAME));
        add(keys, ErrorCode.DUPLICATE_USERNAME, Field.USERNAME, userName);
        String identity = Text.folded(row.identity());
        boolean named = values.getOrDefault(Field.KEY, List.of()).isEmpty() && identity.equals(userName);
        if (!named) {
            add(keys, ErrorCode.DUPLICATE_IDENTITY, Field.KEY, identity);
        }
    }

    long hash() {
        return KeyHashes.hash(value, code.ordinal());
    }

    /** Independent of {@link #hash()}: two keys that agree in both are the same key. */
    long secondHash() {
        return KeyHashes.hash(value, ~(long) code.ordinal());
    }

    private static void addresses(List<RowKey> keys, Map<Field, List<String>> values, Field field) {
        for (String address : values.getOrDefault(field, List.of())) {
            add(keys, ErrorCode.DUPLICATE_ADDRESS, field, Text.folded(address));
        }
    }

    private static void add(List<RowKey> keys, ErrorCode code, Field field, String value) {
        if (value.isEmpty()) {
            return;
        }
        for (RowKey key : keys) {
            if (key.code == code && key.value.equals(value)) {
                return;
            }
        }
        keys.add(new RowKey(code, field.name(), value));
    }
}
