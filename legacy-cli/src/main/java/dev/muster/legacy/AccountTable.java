package dev.muster.legacy;

import dev.muster.model.AccountField;
import dev.muster.model.AttachedAccount;
import dev.muster.model.MailServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The reference's table of accounts: numbers on the right, every column as wide as its widest cell, the last one too. */
final class AccountTable {
    private static final int NUMBERS = 3;
    private static final List<String> HEADER = List.of(
            "context-id",
            "user-id",
            "account-id",
            "primary-address",
            "name",
            "login",
            "mail-server-URI",
            "transport-login",
            "transport-server-URI");

    private AccountTable() {}

    static String of(int context, List<AttachedAccount> accounts) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        accounts.forEach(account -> rows.add(row(context, account)));
        List<Integer> widths = IntStream.range(0, HEADER.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<String> row(int context, AttachedAccount account) {
        return List.of(
                Integer.toString(context),
                Long.toString(account.user()),
                Long.toString(account.id()),
                account.address(),
                account.settings().text(AccountField.NAME).orElse(""),
                account.settings().text(AccountField.LOGIN).orElse(""),
                account.mail().url(),
                account.settings().text(AccountField.TRANSPORT_LOGIN).orElse(""),
                account.transport().map(MailServer::url).orElse(""));
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> {
                    String blanks = " ".repeat(widths.get(column) - width(row.get(column)));
                    return column < NUMBERS ? blanks + row.get(column) : row.get(column) + blanks;
                })
                .collect(Collectors.joining(" "));
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
