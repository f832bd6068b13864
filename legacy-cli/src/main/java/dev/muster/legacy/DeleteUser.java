package dev.muster.legacy;

/** {@code deluser}: takes a user away everywhere (whitepaper 3.2). */
final class DeleteUser implements LegacyCommand {
    private static final CommandModel MODEL = CommandModel.of(
                    "deluser",
                    "Deletes a user from directory, groupware and mail",
                    Option.mandatory("username", "NAME", "The user to delete"))
            .withExamples("deluser --adminuser=mailadmin --adminpasswd=secret --username=smtest");

    @Override
    public CommandModel model() {
        return MODEL;
    }

    @Override
    public String run(Call call, Sites sites) {
        try (LegacySite site = sites.open(Source.ALL)) {
            return new PersonDeletion(site, People.named(call)).delete();
        }
    }
}
