package dev.muster.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small files of calls about few names, so that they get into each other's way; right ones and wrong ones. */
final class RandomCalls {
    static final List<String> PEOPLE = List.of("%anna", "%bert", "%carl", "%dora", "%emil", "%fritz");
    private static final List<String> GROUPS = List.of("%sales", "%staff", "%guests");
    private static final List<String> ROOMS = List.of("%room", "%hall", "%car");
    private static final List<String> ROOM_GROUPS = List.of("%rooms", "%cars");
    private static final int MOST = 14;

    private final Random random;

    RandomCalls(Random random) {
        this.random = random;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int count = 2 + random.nextInt(MOST);
        for (int i = 0; i < count; i++) {
            lines.add(call(random.nextInt(30)));
        }
        return lines;
    }

    private String call(int kind) {
        return switch (kind) {
            case 0, 1, 2, 3, 4, 5, 6 -> person();
            case 7, 8, 9 -> "setquota --username=" + one(PEOPLE) + " --quotasize=" + random.nextInt(100);
            case 10, 11 -> "changepasswd --username=" + one(PEOPLE) + " --password=" + one(List.of("neu", "geheim"));
            case 12 -> "deluser --username=" + one(PEOPLE);
            case 13, 14, 15 -> "addgroup --groupname=" + one(GROUPS) + " --members=" + some(PEOPLE);
            case 16, 17 -> "addmembers2group --groupname=" + one(GROUPS) + " --members=" + some(PEOPLE);
            case 18 -> "delmembersfromgroup --groupname=" + one(GROUPS) + " --members=" + some(PEOPLE);
            case 19 -> "delgroup --groupname=" + one(GROUPS);
            case 20, 21 -> "addresource --resourcename=" + one(ROOMS) + address();
            case 22 -> "delresource --resourcename=" + one(ROOMS);
            case 23 -> "addresourcegroup --resourcegroupname=" + one(ROOM_GROUPS) + " --members=" + some(ROOMS);
            case 24 -> "addmembers2resgroup --resourcegroupname=" + one(ROOM_GROUPS) + " --members=" + some(ROOMS);
            case 25 -> "delmembersfromresgroup --resourcegroupname=" + one(ROOM_GROUPS) + " --members=" + some(ROOMS);
            case 26 -> "delresourcegroup --resourcegroupname=" + one(ROOM_GROUPS);
            case 27 -> part();
            default -> wrong();
        };
    }

    private String person() {
        String name = one(PEOPLE).substring(1);
        String call = ReplayIT.person(name);
        return switch (random.nextInt(6)) {
            case 0 -> call + " --language=DE";
            case 1 -> call + " --alias=" + one(PEOPLE) + "@test.tux,%x" + random.nextInt(5) + "@test.tux";
            case 2 -> call + " --givenname=Max --disable=forum --changepasswd=yes";
            case 3 -> call + " --globaladdressbook=yes --activated=no";
            default -> call;
        };
    }

    private String part() {
        String part = one(List.of("sql", "groupware", "imap"));
        return random.nextBoolean()
                ? person() + " --source_only=ldap"
                : "adduser --username=" + one(PEOPLE) + " --password=geheim --source_only=" + part;
    }

    private String wrong() {
        return one(List.of(
                "setquota --username=" + one(PEOPLE) + " --quotasize=much",
                "adduser --username=" + one(PEOPLE),
                "addgroup --groupname=" + one(GROUPS) + " --members=",
                "deluser --username=" + one(PEOPLE) + " --really=yes",
                "changepasswd --adminuser=mailadmin --adminpasswd=wrong --username=" + one(PEOPLE) + " --password=x"));
    }

    private String address() {
        return random.nextBoolean() ? "" : " --mail=" + one(PEOPLE) + "@test.tux";
    }

    private String some(List<String> names) {
        return random.nextBoolean() ? one(names) : one(names) + "," + one(names);
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
