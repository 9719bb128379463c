package app.countersign.terms;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A template that the linter refuses, with every flaw that it found. */
public class Flawed extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    Flawed(String code, List<Flaw> flaws) {
        super(Reason.of("terms.flawed", code, flaws.size(), flaws.get(0).in(Locale.ENGLISH)));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    @Override
    public String getMessage() {
        return flaws.stream().map(Flaw::toString).collect(Collectors.joining("\n"));
    }
}
