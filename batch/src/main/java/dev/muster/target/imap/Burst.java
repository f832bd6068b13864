package dev.muster.target.imap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/**
 * What the server answered to some commands that were written together.
 *
 * @param answers the tagged answers, in the order of the commands
 * @param data the untagged ones, in their own order. Each can be read once
 */
record Burst(List<Answer> answers, List<IMAPResponse> data) {
    private static final Pattern MESSAGES = Pattern.compile("\\(MESSAGES (\\d+)\\)$", Pattern.CASE_INSENSITIVE);

    /** A line of LIST: the name as the server has it, but decoded, and the attributes in lower case. */
    record Line(String name, char separator, Set<String> attributes) {}

    Answer answer(int command) {
        return answers.get(command);
    }

    /** The same without the first command; what the server said untagged stays. */
    Burst withoutFirst() {
        return new Burst(answers.subList(1, answers.size()), data);
    }

    List<IMAPResponse> data(String key) {
        return data.stream().filter(response -> response.keyEquals(key)).toList();
    }

    /** The lines of LIST or LSUB. */
    List<Line> lines(String key) throws Fault {
        List<Line> lines = new ArrayList<>();
        for (IMAPResponse response : data(key)) {
            lines.add(line(response));
        }
        return lines;
    }

    private static Line line(IMAPResponse response) throws Fault {
        try {
            ListInfo info = new ListInfo(response);
            Set<String> attributes = new HashSet<>();
            Arrays.stream(info.attrs).forEach(one -> attributes.add(one.toLowerCase(Locale.ROOT)));
            return new Line(info.name, info.separator, attributes);
        } catch (ParsingException e) {
            throw new Fault(Fault.Kind.REFUSED, "a listing that is not IMAP: " + response, e);
        }
    }

    /** The sum of all answers to STATUS (MESSAGES). */
    long messages() {
        return data("STATUS").stream()
                .map(status -> MESSAGES.matcher(status.toString()))
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** The first quota root of GETQUOTAROOT. */
    Optional<String> quotaRoot() {
        return data("QUOTAROOT").stream().findFirst().flatMap(response -> {
            response.readAtomString();
            return Optional.ofNullable(response.readAtomString()).filter(root -> !root.isEmpty());
        });
    }

    /** The limit on storage of the first quota root that has one, in KiB (RFC 9208). */
    OptionalLong storageLimit() {
        return storage().map(room -> OptionalLong.of(room.limit())).orElseGet(OptionalLong::empty);
    }

    /** Both in KiB. */
    record Room(long used, long limit) {}

    /** What the first quota root that limits storage says (RFC 9208). */
    Optional<Room> storage() {
        for (IMAPResponse response : data("QUOTA")) {
            response.readAtomString();
            String[] words = response.getRest().replaceAll("[()]", " ").strip().split("\\s+");
            for (int i = 0; i + 2 < words.length; i += 3) {
                if (words[i].equalsIgnoreCase("STORAGE")) {
                    return Optional.of(new Room(Long.parseLong(words[i + 1]), Long.parseLong(words[i + 2])));
                }
            }
        }
        return Optional.empty();
    }
}
