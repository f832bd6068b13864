package dev.muster.target.ldap;

import static java.util.Map.entry;

import com.unboundid.ldap.sdk.LDAPBindException;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import dev.muster.model.ErrorCode;
import dev.muster.model.Origin;
import dev.muster.model.Problem;
import dev.muster.model.StepOutcome;
import dev.muster.model.TargetName;
import dev.muster.target.TargetException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one place where LDAP result codes (RFC 4511 appendix A) become our error codes and advice. */
final class LdapErrors {
    private static final Set<ResultCode> CREDENTIALS =
            Set.of(ResultCode.INVALID_CREDENTIALS, ResultCode.INAPPROPRIATE_AUTHENTICATION, ResultCode.NO_SUCH_OBJECT);

    private static final Set<ResultCode> CONFIGURATION = Set.of(
            ResultCode.STRONG_AUTH_REQUIRED,
            ResultCode.CONFIDENTIALITY_REQUIRED,
            ResultCode.PARAM_ERROR,
            ResultCode.DECODING_ERROR,
            ResultCode.INVALID_DN_SYNTAX);

    private static final Map<ResultCode, Rule> RULES = Map.ofEntries(
            entry(
                    ResultCode.ENTRY_ALREADY_EXISTS,
                    rule(
                            ErrorCode.LDAP_ENTRY_EXISTS,
                            "It is not the entry that was claimed for this row. Look at its uidNumber and key; adopt it, or"
                                    + " give the row another user name.")),
            entry(ResultCode.OBJECT_CLASS_VIOLATION, refused("Check ldap.objectClasses.")),
            entry(
                    ResultCode.UNDEFINED_ATTRIBUTE_TYPE,
                    refused(
                            "Load the schema that has this attribute or class, or name another one in ldap.attributes.")),
            entry(
                    ResultCode.INVALID_ATTRIBUTE_SYNTAX,
                    refused("Correct the value, or the attribute in ldap.attributes.")),
            entry(ResultCode.CONSTRAINT_VIOLATION, refused("Correct the value: the server limits what it may be.")),
            entry(ResultCode.NAMING_VIOLATION, refused("Check ldap.userDn.")),
            entry(ResultCode.INVALID_DN_SYNTAX, refused("Check ldap.userDn.")),
            entry(
                    ResultCode.NO_SUCH_OBJECT,
                    refused("Create the entry above it first, or check ldap.userDn, ldap.groupBase and"
                            + " ldap.resourceBase.")),
            entry(
                    ResultCode.NOT_ALLOWED_ON_RDN,
                    refused("The value is part of the entry's name: rename the entry first.")),
            entry(
                    ResultCode.OBJECT_CLASS_MODS_PROHIBITED,
                    refused("The entry is of another kind: check ldap.objectClasses.")),
            entry(
                    ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    refused("Give the account in ldap.bindDn the right to write here.")),
            entry(ResultCode.REFERRAL, refused("This server does not write: name the master in ldap.url.")),
            entry(ResultCode.UNWILLING_TO_PERFORM, refused("The server's log may say more.")),
            entry(
                    ResultCode.SIZE_LIMIT_EXCEEDED,
                    refused("Raise the server's size limit for the account in ldap.bindDn.")),
            entry(ResultCode.ADMIN_LIMIT_EXCEEDED, refused("Index the attributes of the filter on the server.")));

    private LdapErrors() {}

    /** What a refusal or a late answer means for one object. */
    static StepOutcome outcome(Origin origin, LdapCall call, LDAPResult result) {
        if (result.getResultCode().equals(ResultCode.TIMEOUT)) {
            return new StepOutcome.Unknown(new Problem(
                    origin,
                    ErrorCode.DEADLINE_PASSED,
                    "",
                    "LDAP " + call.title() + " was not answered in time.",
                    "It may have been done: resume the run, which looks first."));
        }
        return failed(origin, call, result);
    }

    static StepOutcome.Failed failed(Origin origin, LdapCall call, LDAPResult result) {
        Rule rule = ruleOf(result);
        String reason = "LDAP " + call.title() + " refused: " + answer(result) + ".";
        return new StepOutcome.Failed(new Problem(origin, rule.code(), "", reason, rule.advice()));
    }

    /** A search that was refused: nobody can go on. */
    static TargetException searchRefused(LdapCall call, LDAPResult result) {
        Rule rule = ruleOf(result);
        boolean wrongBase = result.getResultCode().equals(ResultCode.NO_SUCH_OBJECT);
        return exception(
                ErrorCode.CONFIGURATION_INVALID,
                "LDAP " + call.title() + " refused: " + answer(result) + ". "
                        + (wrongBase ? "Check ldap.baseDn and ldap.searchBase." : rule.advice()));
    }

    static TargetException exception(ErrorCode code, String message) {
        return new TargetException(TargetName.LDAP, code, message);
    }

    /** The server stayed away. */
    static TargetException away(LdapServer server, LDAPResult last) {
        return exception(
                ErrorCode.LDAP_UNAVAILABLE,
                "LDAP server " + server.url() + " did not answer after " + (server.retries() + 1) + " attempts: "
                        + answer(last) + ". Start it again, then resume the run.");
    }

    /** Whether connecting failed in a way that no repetition mends. */
    static boolean isHopeless(LDAPException failure) {
        return isRefusedBind(failure) || CONFIGURATION.contains(failure.getResultCode()) || isTls(failure);
    }

    static void throwIfHopeless(LdapServer server, LDAPException failure) {
        if (isRefusedBind(failure)) {
            throw exception(
                    ErrorCode.CREDENTIALS_REFUSED,
                    "LDAP bind as " + server.bindDn() + " at " + server.url() + " refused: "
                            + answer(failure.toLDAPResult()) + ". Check ldap.bindDn and its password.");
        }
        if (isHopeless(failure)) {
            throw exception(
                    ErrorCode.CONFIGURATION_INVALID,
                    "LDAP connection to " + server.url() + " not possible: " + answer(failure.toLDAPResult())
                            + ". Check ldap.url, ldap.security and ldap.caFile.");
        }
    }

    static boolean isRefusedBind(LDAPException failure) {
        return failure instanceof LDAPBindException && CREDENTIALS.contains(failure.getResultCode());
    }

    /** {@code 65 objectClassViolation (attribute 'x' not allowed)}. */
    static String answer(LDAPResult result) {
        String code = result.getResultCode().intValue() + " "
                + camelCase(result.getResultCode().getName());
        return Optional.ofNullable(result.getDiagnosticMessage())
                .filter(text -> !text.isBlank())
                .map(text -> code + " (" + withoutVersions(text.strip()) + ")")
                .orElse(code);
    }

    /** The client's own texts end with its version and revision, which help nobody. */
    private static String withoutVersions(String text) {
        return text.replaceAll(",? *ldapSDKVersion=[^,)]*", "").replaceAll(",? *revision=[^,)]*", "");
    }

    private static boolean isTls(LDAPException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof javax.net.ssl.SSLException
                    || cause instanceof java.security.cert.CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static Rule ruleOf(LDAPResult result) {
        return RULES.getOrDefault(result.getResultCode(), refused("The server's log may say more."));
    }

    private static String camelCase(String words) {
        StringBuilder joined = new StringBuilder();
        for (String word : words.split(" ")) {
            joined.append(joined.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return joined.toString();
    }

    private static Rule rule(ErrorCode code, String advice) {
        return new Rule(code, advice);
    }

    private static Rule refused(String advice) {
        return new Rule(ErrorCode.LDAP_REFUSED, advice);
    }

    private record Rule(ErrorCode code, String advice) {}
}
