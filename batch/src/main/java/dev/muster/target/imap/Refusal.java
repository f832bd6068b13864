package dev.muster.target.imap;

import java.util.ArrayList;
import java.util.List;

/** A command that the server did not carry out, and its answer. */
record Refusal(String command, Answer answer) {
    /** Those of the first commands of a burst that were refused. */
    static List<Refusal> among(List<String> commands, Burst burst) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            if (!burst.answer(i).isFine()) {
                refusals.add(new Refusal(commands.get(i), burst.answer(i)));
            }
        }
        return refusals;
    }

    /** Why something is not there: the first refusal, or an OK that was none. */
    static Fault fault(String what, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return new Fault(Fault.Kind.REFUSED, what + ", although the server answered OK");
        }
        Refusal first = refusals.get(0);
        return ResponseCode.command(what + " (" + first.command() + ")", first.answer());
    }
}
