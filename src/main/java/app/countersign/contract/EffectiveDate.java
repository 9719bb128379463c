package app.countersign.contract;

import app.countersign.terms.Conclusion;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * From which day a contract is in force: computed from the days on which things were signed, by the rule that its
 * template states, and never typed.
 *
 * @param controllerSignedOn each null as long as it has not happened
 */
record EffectiveDate(LocalDate controllerSignedOn, LocalDate processorSignedOn, LocalDate mainContractSignedOn) {

    /**
     * @return empty as long as a day is missing that the rule needs
     * @throws IllegalArgumentException if the rule is none of {@link Conclusion#effective()}
     */
    Optional<LocalDate> by(Conclusion conclusion) {
        return switch (conclusion.effective()) {
            case "last-signature" -> latest(controllerSignedOn, processorSignedOn);
            case "last-signature-or-main-contract" ->
                latest(controllerSignedOn, processorSignedOn, mainContractSignedOn);
            case "service-contract" -> Optional.ofNullable(mainContractSignedOn);
            default -> throw new IllegalArgumentException(conclusion.effective());
        };
    }

    private static Optional<LocalDate> latest(LocalDate... days) {
        return Arrays.stream(days).anyMatch(Objects::isNull)
                ? Optional.empty()
                : Arrays.stream(days).max(Comparator.naturalOrder());
    }
}
