package dev.muster.target.imap;

import dev.muster.model.UserName;
import dev.muster.target.imap.Fault.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the configured command that sets a person's limit. */
record LimitCommand(List<String> template) {
    void run(UserName person, long megabytes, Leash leash) throws Fault {
        List<String> command = template.stream()
                .map(word -> word.replace("{user}", person.value()).replace("{megabytes}", Long.toString(megabytes)))
                .toList();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            await(process, leash);
        } catch (IOException e) {
            throw new Fault(Kind.UNUSABLE, "the quota command cannot be started: " + e.getMessage(), e);
        }
    }

    private void await(Process process, Leash leash) throws Fault, IOException {
        try {
            if (!process.waitFor(leash.remaining(), TimeUnit.NANOSECONDS)) {
                throw new Fault(Kind.LATE, "the quota command " + template.get(0) + " did not end in time");
            }
            check(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(Kind.LATE, "interrupted while the quota command was running", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void check(Process process) throws Fault, IOException {
        if (process.exitValue() != 0) {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new Fault(Kind.REFUSED, "the quota command ended with " + process.exitValue() + ": " + said.strip());
        }
    }
}
