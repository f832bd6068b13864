package dev.muster.legacy;

import dev.muster.model.Secret;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call, understood: which options it gives. An option with an empty value counts as not given, as scripts with an
 * empty variable mean it. Immutable; secrets show in no text form.
 *
 * @param model the command
 * @param values by option name; flags with an empty text
 * @param secrets by option name
 * @param attributes options of no known name, as typed, in their order
 * @param remarks what the caller should know, such as that an option is called otherwise today
 */
record Call(
        CommandModel model,
        Map<String, String> values,
        Map<String, Secret> secrets,
        Map<String, String> attributes,
        List<String> remarks) {
    Call {
        values = Map.copyOf(values);
        secrets = Map.copyOf(secrets);
        attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        remarks = List.copyOf(remarks);
    }

    boolean has(String option) {
        return values.containsKey(option) || secrets.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** A value that the call has to give. */
    String text(String option) {
        return value(option).orElseThrow(() -> misused("--" + option + " is missing."));
    }

    /** The values of a list, which stand with commas; blank ones are passed over. */
    List<String> list(String option) {
        return Arrays.stream(value(option).orElse("").split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    Optional<Secret> secret(String option) {
        return Optional.ofNullable(secrets.get(option));
    }

    /** The same call with another value. */
    Call with(String option, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(option, value);
        return new Call(model, more, secrets, attributes, remarks);
    }

    Call withSecrets(Map<String, Secret> more) {
        Map<String, Secret> all = new TreeMap<>(secrets);
        all.putAll(more);
        return new Call(model, values, all, attributes, remarks);
    }

    Call withRemark(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Call(model, values, secrets, attributes, more);
    }

    /** Ends the call as a wrong one. */
    static RefusalException misused(String message) {
        return new RefusalException(ExitStatus.USAGE, message);
    }
}
