package dev.muster.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/** What the three back-ends hold of a scenario, in lines that are the same for every scenario that ends as it should. */
record Picture(List<String> lines) {
    private static final Path DUMP =
            Path.of("..", "samples", "servers", "dump").toAbsolutePath().normalize();
    private static final String STRANGER = "mailbox of nobody in the directory";

    static Picture of(Ground ground) throws IOException, InterruptedException {
        Path passwords = ground.folder.resolve("passwords");
        Files.write(passwords, Passwords.expected(ground));
        Path out = ground.folder.resolve("dump");
        ProcessBuilder dump = new ProcessBuilder(
                        DUMP.toString(),
                        "--imap=" + ground.house.mailServer,
                        "--database=" + ground.groupwareSchema(),
                        "--passwords=" + passwords)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        dump.environment().put("LDAP_BASE_DN", ground.baseDn());
        int status = dump.start().waitFor();
        String text = Files.readString(out, StandardCharsets.UTF_8);
        if (status != 0) {
            throw new IllegalStateException("The dump ended with " + status + ": " + text);
        }
        return new Picture(text.lines()
                .filter(line -> line.contains(ground.mark) || !line.endsWith(STRANGER))
                .map(line -> line.replace(ground.mark, "MARK"))
                .sorted()
                .toList());
    }

    /** What only the other one has, marked -, and what only this one has, marked +. */
    List<String> against(Picture other) {
        List<String> difference = new ArrayList<>();
        only(other, this).forEach(line -> difference.add("- " + line));
        only(this, other).forEach(line -> difference.add("+ " + line));
        return difference;
    }

    private static List<String> only(Picture here, Picture there) {
        List<String> rest = new LinkedList<>(here.lines);
        there.lines.forEach(rest::remove);
        return rest;
    }

    /** Lines of what belongs to nobody, or is there only in part. */
    List<String> leftOver() {
        return lines.stream()
                .filter(line -> line.endsWith(STRANGER)
                        || line.endsWith(" no mailbox")
                        || line.contains(" refused: ")
                        || line.contains(":?")
                        || line.contains("<behind")
                        || line.contains("<not beyond")
                        || line.contains(" again>"))
                .toList();
    }
}
