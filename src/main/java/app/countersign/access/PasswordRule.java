package app.countersign.access;

import app.countersign.kernel.Reason;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One thing that a password must be.
 *
 * @param name kebab case: {@code length}
 * @param wording what it asks, for the list beside the field and for the refusal
 * @param slow whether asking takes so long that it isn't done while somebody types
 */
record PasswordRule(String name, Reason wording, boolean slow, Predicate<NewPassword> keeps) {

    Optional<Reason> refusal(NewPassword password) {
        return keeps.test(password) ? Optional.empty() : Optional.of(wording);
    }
}
