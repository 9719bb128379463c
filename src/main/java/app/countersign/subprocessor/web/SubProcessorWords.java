package app.countersign.subprocessor.web;

import app.countersign.kernel.Country;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Texts;
import app.countersign.kernel.web.Words;
import app.countersign.subprocessor.Judged;
import app.countersign.subprocessor.Placing;
import app.countersign.subprocessor.Safeguard;
import app.countersign.subprocessor.Verdict;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people read of a sub-processor: {@code #{subProcessorWords.countries(engagement.places())}}. */
@Named
@RequestScoped
public class SubProcessorWords {

    @Inject
    private Words words;

    public String countries(Collection<Country> some) {
        return some.stream().map(this::country).collect(Collectors.joining(", "));
    }

    public String country(Country one) {
        return one.name(words.texts().language());
    }

    public String safeguards(Collection<Safeguard> some) {
        return some.stream().map(one -> of(one.label())).collect(Collectors.joining(", "));
    }

    public String of(Reason reason) {
        return reason.in(words.texts().language());
    }

    /** By what it is judged: the contract form, with how many contracts that are, or the law. */
    public String judge(Judged judged) {
        Texts texts = words.texts();
        return judged.template()
                .map(form -> texts.text("subprocessor.places.form", form.title(texts.language()), judged.contracts()))
                .orElseGet(() -> texts.text("subprocessor.places.law"));
    }

    /** How a verdict looks: red only for what is not allowed. */
    public String tone(Verdict verdict) {
        return switch (verdict) {
            case FOUNDED -> "good";
            case NEEDS_CONSENT -> "busy";
            case UNFOUNDED, FORBIDDEN -> "bad";
        };
    }

    public String why(Optional<Placing> placing) {
        return placing.map(one -> of(one.reason())).orElse("");
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.ofNullable(text).filter(one -> !one.isBlank()).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
