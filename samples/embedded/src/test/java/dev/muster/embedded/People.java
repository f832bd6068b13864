package dev.muster.embedded;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

/** People in an embedded directory, as the white paper's samples write them. */
final class People {
    static final String PASSWORD = "wonder land";

    private People() {}

    /** With the hash of {@link #PASSWORD}. */
    static Entry anna() {
        return person(
                "anna",
                "{SSHA512}10eIR7CbvE7WiM5GQzOR7Nr276jgkgBDnCzrjynw1qyOhJacji8IikFVhr5QX9l9eNR7p8Gxgmt9VPfhjo066XNhbHQ=");
    }

    static Entry person(String user, String password) {
        Entry entry = new Entry("uid=" + user + ",ou=people," + EmbeddedDirectory.BASE_DN);
        entry.addAttribute("objectClass", "top", "inetOrgPerson", "posixAccount", "shadowAccount", "OXUserObject");
        entry.addAttribute("uid", user);
        entry.addAttribute("cn", "Zoë Müller-Lüdenscheidt");
        entry.addAttribute("sn", "Müller-Lüdenscheidt");
        entry.addAttribute("uidNumber", "10000");
        entry.addAttribute("gidNumber", "1100");
        entry.addAttribute("homeDirectory", "/home/" + user);
        entry.addAttribute("mail", user + "@example.com");
        entry.addAttribute("mailEnabled", "OK");
        entry.addAttribute("preferredLanguage", "DE");
        entry.addAttribute("OXTimeZone", "Europe/Berlin");
        entry.addAttribute("OXAppointmentDays", "5");
        entry.addAttribute("shadowMin", "-1");
        entry.addAttribute("employeeNumber", "4711");
        entry.addAttribute("userPassword", password);
        return entry;
    }

    static LDAPConnection administrator(EmbeddedDirectory directory) throws LDAPException {
        return new LDAPConnection("127.0.0.1", directory.port(), EmbeddedDirectory.ADMINISTRATOR_DN, "secret");
    }

    static void add(EmbeddedDirectory directory, Entry person) throws LDAPException {
        try (LDAPConnection connection = administrator(directory)) {
            connection.add(person);
        }
    }
}
