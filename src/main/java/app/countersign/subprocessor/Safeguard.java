package app.countersign.subprocessor;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What carries a transfer to a country without adequate protection (Art. 46, 47 GDPR; Art. 16(2) FADP), or a certificate. */
public enum Safeguard {
    /** Standard contractual clauses. */
    SCC,
    /** Binding corporate rules. */
    BCR,
    /** Certified under the EU-US Data Privacy Framework. */
    DPF_EU,
    /** Certified under the Swiss-US Data Privacy Framework. */
    DPF_CH;

    /** Whether it carries a transfer whatever the lists of countries say. */
    boolean carries() {
        return this == SCC || this == BCR;
    }

    public Reason label() {
        return Reason.of("subprocessor.safeguard." + KebabCase.of(this));
    }

    static String join(Collection<Safeguard> some) {
        return some.stream().sorted().map(KebabCase::of).collect(Collectors.joining(" "));
    }

    static Set<Safeguard> split(String joined) {
        Set<Safeguard> some = EnumSet.noneOf(Safeguard.class);
        Arrays.stream(joined.split(" "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> some.add(KebabCase.read(Safeguard.class, word)));
        return some;
    }
}
