package app.countersign.access;

import app.countersign.kernel.Change;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What an administrator says of an account.
 *
 * @param roles at least one
 * @param remit what it is responsible for
 * @param validUntil when it ends by itself
 */
public record AccountDetails(
        String name,
        String position,
        EmailAddress email,
        Locale language,
        Set<String> roles,
        Remit remit,
        Optional<Instant> validUntil) {

    private static final PlainText LINE = PlainText.line(200);
    private static final Set<String> ALL =
            Set.of(Roles.ADMINISTRATOR, Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR);

    /** @throws Invalid with all that is missing or implausible */
    public static AccountDetails read(
            String name,
            String position,
            String email,
            String language,
            Set<String> roles,
            Remit remit,
            Optional<Instant> validUntil) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        String calls = collect(complaints, () -> LINE.require("name", name));
        String place = collect(complaints, () -> LINE.optional("position", position));
        EmailAddress address = collect(complaints, () -> EmailAddress.require("email", email));
        if (roles == null || roles.isEmpty() || !ALL.containsAll(roles)) {
            complaints.put("roles", Reason.of("access.account.roles-missing"));
        }
        if (!remit.everyProcessor() && remit.processors().isEmpty()) {
            complaints.put("processors", Reason.of("access.account.processors-missing"));
        }
        if (remit.from().isPresent()
                && remit.to().isPresent()
                && remit.to().get().isBefore(remit.from().get())) {
            complaints.put("recordsTo", Reason.of("access.account.period"));
        }
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        Locale reads = Texts.supported(Locale.forLanguageTag(language == null ? "" : language));
        return new AccountDetails(calls, place, address, reads, Set.copyOf(roles), remit, validUntil);
    }

    private static <T> T collect(Map<String, Reason> complaints, Supplier<T> field) {
        try {
            return field.get();
        } catch (Invalid invalid) {
            complaints.putAll(invalid.complaints());
            return null;
        }
    }

    static AccountDetails of(Account account) {
        return new AccountDetails(
                account.name(),
                account.position(),
                account.email().orElse(null),
                account.language(),
                account.roles(),
                account.remit(),
                account.validUntil());
    }

    /** For the trail: what the account may do; of its person nothing. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("roles", String.join(" ", new TreeSet<>(roles)));
        facts.put("processors", remit.everyProcessor() ? "every" : words(remit.processors()));
        facts.put("rooms", remit.rooms().isEmpty() ? "every" : words(remit.rooms()));
        facts.put("recordsFrom", remit.from().map(Object::toString).orElse(""));
        facts.put("recordsTo", remit.to().map(Object::toString).orElse(""));
        facts.put("validUntil", validUntil.map(Instant::toString).orElse(""));
        return facts;
    }

    private static String words(Set<?> some) {
        return some.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }

    /** What is different in the other, with what it was. What is known of the person the trail can forget. */
    Map<String, Object> changesTo(AccountDetails other) {
        Map<String, Object> changes = new LinkedHashMap<>();
        Map<String, Object> after = other.told();
        told().forEach((fact, before) -> {
            if (!before.equals(after.get(fact))) {
                changes.put(fact, new Change(before, after.get(fact)));
            }
        });
        return changes;
    }

    private Map<String, Object> told() {
        Map<String, Object> told = facts();
        told.put("name", name);
        told.put("position", position == null ? "" : position);
        told.put("email", email == null ? "" : email.value());
        told.put("language", language.toLanguageTag());
        return told;
    }

    void enter(Account account) {
        account.isCalled(name, position);
        account.isReachedAt(email);
        account.read(language);
        account.takeRoles(roles);
        account.answerFor(remit);
        account.lendUntil(validUntil.orElse(null));
    }

    /** Whether the other may do something else. */
    boolean mayOtherwise(AccountDetails other) {
        return !facts().equals(other.facts());
    }

    /** The processors of the remit; empty for every one. */
    public Set<UUID> processors() {
        return remit.everyProcessor() ? Set.of() : remit.processors();
    }
}
