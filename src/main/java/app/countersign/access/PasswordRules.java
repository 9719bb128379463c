package app.countersign.access;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Settings;
import at.favre.lib.crypto.bcrypt.BCrypt;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a password must be (360dialog, Anhang DPA2 1.3), as the installation configures it. */
@ApplicationScoped
class PasswordRules {

    /** BCrypt reads 72 bytes and this library ends them with a zero. */
    static final int MOST_BYTES = 71;

    @Inject
    private Settings settings;

    private Settings.Passwords rules;

    protected PasswordRules() {}

    PasswordRules(Settings.Passwords rules) {
        this.rules = rules;
    }

    @PostConstruct
    void read() {
        rules = settings.passwords();
    }

    /** In the order in which they are shown. */
    List<PasswordRule> all() {
        return Stream.of(
                        quick("length", rules.length(), p -> length(p.text()) >= rules.length()),
                        quick("classes", rules.classes(), p -> classes(p.text()) >= rules.classes()),
                        quick("commonest", rules.commonest(), p -> !isCommon(p.text())),
                        quick("name-part", rules.namePart(), p -> !sharesPart(p.text(), p.userName())),
                        words(),
                        quick("bytes", MOST_BYTES, p -> bytes(p.text()).length <= MOST_BYTES),
                        new PasswordRule(
                                "former",
                                Reason.of("access.password.former", rules.remembered()),
                                true,
                                p -> !isFormer(p)),
                        new PasswordRule("breached", Reason.of("access.password.breached"), true, p -> !isBreached(p)))
                .filter(rule -> asks(rule.name()))
                .toList();
    }

    /** Why it can't be, in the rules' order; empty if it can. What takes long is only asked of one that is else good. */
    List<Reason> refusals(NewPassword password) {
        List<Reason> quick = refusals(password, false);
        return quick.isEmpty() ? refusals(password, true) : quick;
    }

    private List<Reason> refusals(NewPassword password, boolean slow) {
        return all().stream()
                .filter(rule -> rule.slow() == slow)
                .flatMap(rule -> rule.refusal(password).stream())
                .toList();
    }

    /** When a password that was set then must be changed; empty for never. */
    Optional<Instant> end(Instant set) {
        Period age = rules.age();
        return age.isZero()
                ? Optional.empty()
                : Optional.of(set.atZone(ZoneOffset.UTC).plus(age).toInstant());
    }

    /** How many of the account's passwords are kept to compare: with the present one as many as are refused. */
    int kept() {
        return Math.max(0, rules.remembered() - 1);
    }

    private boolean asks(String name) {
        return switch (name) {
            case "commonest" -> rules.commonest() > 0;
            case "name-part" -> rules.namePart() > 0;
            case "former" -> rules.remembered() > 0;
            case "words" -> !rules.words().isEmpty();
            case "breached" -> rules.breached().isPresent();
            default -> true;
        };
    }

    private static PasswordRule quick(String name, int figure, java.util.function.Predicate<NewPassword> keeps) {
        return new PasswordRule(name, Reason.of("access.password." + name, figure), false, keeps);
    }

    private PasswordRule words() {
        return new PasswordRule(
                "words",
                Reason.of("access.password.words", String.join(", ", rules.words())),
                false,
                p -> rules.words().stream().noneMatch(p.text().toLowerCase(Locale.ROOT)::contains));
    }

    private boolean isBreached(NewPassword password) {
        return rules.breached()
                .filter(file -> new BreachedPasswords(file).contains(password.text()))
                .isPresent();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Capital letters, small letters, digits, and all else. */
    private static int classes(String text) {
        IntPredicate other = c -> !Character.isUpperCase(c) && !Character.isLowerCase(c) && !Character.isDigit(c);
        return (int) Stream.<IntPredicate>of(Character::isUpperCase, Character::isLowerCase, Character::isDigit, other)
                .filter(kind -> text.codePoints().anyMatch(kind))
                .count();
    }

    private boolean isCommon(String text) {
        return CommonPasswords.rank(text) <= rules.commonest();
    }

    /** Whatever the case; a user name that is shorter than the part counts as a whole. */
    private boolean sharesPart(String text, String userName) {
        String password = text.toLowerCase(Locale.ROOT);
        String name = userName.toLowerCase(Locale.ROOT);
        int part = Math.min(rules.namePart(), name.length());
        return part > 0
                && IntStream.rangeClosed(0, name.length() - part)
                        .mapToObj(from -> name.substring(from, from + part))
                        .anyMatch(password::contains);
    }

    private boolean isFormer(NewPassword password) {
        return password.former().stream().limit(rules.remembered()).anyMatch(hash -> matches(password.text(), hash));
    }

    static boolean matches(String password, String hash) {
        byte[] bytes = bytes(password);
        // A longer password can't have been set.
        return bytes.length <= MOST_BYTES
                && BCrypt.verifyer().verify(bytes, hash.getBytes(StandardCharsets.UTF_8)).verified;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
