package dev.muster.legacy;

import dev.muster.model.GroupwareModule;
import java.util.List;
import java.util.Locale;

/** {@code adduser}: a person in directory, groupware and mail, or in one of them (whitepaper 3.1 and 5.2). */
final class AddUser implements LegacyCommand {
    private static final CommandModel MODEL = CommandModel.of(
                    "adduser",
                    "Adds a user to directory, groupware and mail",
                    Option.mandatory("username", "NAME", "The new user's name"),
                    Option.secret("password", "The new user's password").once("passwd"),
                    Option.mandatory("surname", "NAME", "The surname").once("sname"),
                    Option.mandatory("mail", "ADDRESS", "The default mail address"),
                    Option.mandatory("colocrouteaddr", "ADDRESS", "Where the mailbox is: NAME@localhost on one server"),
                    Option.optional("alias", "ADDRESS,...", "All addresses; the mail address where none is given"),
                    Option.optional("givenname", "NAME", "The given name").once("name"),
                    Option.optional("timezone", "ZONE", "The time zone, such as Europe/Berlin")
                            .once("ox_timezone"),
                    Option.optional("language", "CODE", "The language of folders and web pages, such as DE")
                            .once("lang"),
                    Option.optional("country", "CODE", "The country, such as DE"),
                    Option.optional(
                            "disable",
                            "MODULE,...",
                            "Groupware modules that the user is not to have: bookmarks,"
                                    + " calendar, contacts, documents, forum, knowledge, pinboard, pinboard_public, projects,"
                                    + " tasks, webmail"),
                    Option.optional("globaladdressbook", "yes|no", "Whether the user may write the global address book")
                            .once("write_global_address"),
                    Option.optional("activated", "yes|no", "Whether the user may log in")
                            .once("mail_enabled"),
                    Option.optional(
                            "changepasswd", "yes|no", "Whether the password is to be changed at the first login"),
                    Option.optional(
                            "ox_user_create_imap_template", "STYLE", "The set of mail folders, such as DE_Thunderbird"),
                    Option.optional("source_only", "PART", "Only one part: ldap, groupware, sql or imap"),
                    Option.optional("maildomain", "DOMAIN", "The domain of the mail address"),
                    Option.optional("loginshell", "PATH", "The login shell").once("shell"),
                    Option.optional("lnetmailaccess", "TRUE|FALSE", "Access to mail")
                            .once("inetmail"),
                    Option.optional("oxappointmentdays", "DAYS", "Days with appointments on the portal page")
                            .once("ox_appointment_days"),
                    Option.optional("oxtaskdays", "DAYS", "Days with tasks on the portal page")
                            .once("ox_task_days"),
                    Option.optional("adopt", "mailbox", "Gives the user the mailbox that a deleted namesake left"),
                    Option.flag("keep-partial", "Leave what was made where a part fails, and say how to go on"))
            .takingAttributes()
            .withExamples(
                    "adduser --adminuser=mailadmin --adminpasswd=secret --username=smtest --password=secret"
                            + " --surname=Martin --alias=smtest@example1.tux,smtest@example2.tux --mail=smtest@test.tux"
                            + " --colocrouteaddr=smtest@localhost",
                    "adduser --adminuser=mailadmin --adminpasswd-file=/root/mailadmin --username=smtest --password=-"
                            + " --surname=Martin --mail=smtest@test.tux --colocrouteaddr=smtest@localhost --language=DE"
                            + " --disable=bookmarks,forum --birthDay=1984-01-01",
                    "adduser --adminuser=mailadmin --adminpasswd=secret --username=smtest --source_only=sql --language=DE");

    @Override
    public CommandModel model() {
        return MODEL;
    }

    @Override
    public Call translated(Call call) {
        Call remarked = withoutModule(addressed(call));
        boolean random = Source.of(call) == Source.SQL && !call.has("password") && !call.has("password-file");
        return random
                ? remarked.withRemark(
                        "Without --password the groupware gets a random one; mail and directory keep theirs.")
                : remarked;
    }

    private static Call withoutModule(Call call) {
        Call remarked = call;
        for (String module : call.list("disable")) {
            if (GroupwareModule.DISABLED_WITHOUT_BIT.contains(module.toLowerCase(Locale.ROOT))) {
                remarked = remarked.withRemark("The groupware has no module " + module
                        + " any more; that it is not wanted is kept as an attribute of the user.");
            }
        }
        return remarked;
    }

    /** Releases before 5 gave a domain where today a whole address stands. */
    private static Call addressed(Call call) {
        if (!call.has("maildomain") || call.has("mail") || !call.has("username")) {
            return call;
        }
        Call addressed = call.with("mail", call.text("username") + "@" + call.text("maildomain"));
        return addressed.has("colocrouteaddr")
                ? addressed
                : addressed.with("colocrouteaddr", call.text("username") + "@localhost");
    }

    @Override
    public List<String> mandatory(Call call) {
        return Source.of(call).toldByCall()
                ? MODEL.mandatory()
                : List.of(CommandModel.ADMIN_USER, CommandModel.ADMIN_PASSWORD, "username");
    }

    @Override
    public String run(Call call, Sites sites) {
        try (LegacySite site = sites.open(Source.of(call))) {
            return making(call, site).make();
        }
    }

    @Override
    public String finish(Call call, Sites sites) {
        try (LegacySite site = sites.open(Source.of(call))) {
            return making(call, site).finish();
        }
    }

    private static PersonMaking making(Call call, LegacySite site) {
        Source source = Source.of(call);
        return new PersonMaking(site, source, new PersonCall(call, site).draft(source), call);
    }
}
