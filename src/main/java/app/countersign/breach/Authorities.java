package app.countersign.breach;

import app.countersign.kernel.Country;
import app.countersign.kernel.Reason;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The supervisory authorities, and which of them is competent for a seat (Art. 55 GDPR, Art. 24 FADP): {@code
 * authorities.yaml} beside the law. Where the seat leaves it open, that is said and nothing is guessed.
 */
public final class Authorities {

    static final String FILE = "authorities.yaml";

    private static final Pattern POSTAL_CODE = Pattern.compile("(?<![\\p{Alnum}-])(?:D-)?(\\d{5})(?!\\p{Alnum})");
    private static final int REGION = 2;

    private final List<Authority> all;

    /** By country, by the first digits: the parts of the country in which such a postal code may lie. */
    private final Map<String, Map<String, List<String>>> regions;

    Authorities(List<Authority> all, Map<String, Map<String, List<String>>> regions) {
        this.all = List.copyOf(all);
        this.regions = Map.copyOf(regions);
    }

    /**
     * Reads the file of that folder.
     *
     * @throws IllegalArgumentException if it is missing or has a mistake, which is named
     */
    static Authorities in(Path folder) {
        return AuthoritiesFile.read(folder.resolve(FILE));
    }

    /** All that are competent for somebody on that day, as the file lists them. */
    public List<Authority> on(LocalDate day) {
        return all.stream().filter(authority -> authority.isCompetentOn(day)).toList();
    }

    /** Whichever it was, also one that has ended since. */
    public Optional<Authority> byId(String id) {
        return all.stream().filter(authority -> authority.id().equals(id)).findFirst();
    }

    /** Which is competent for a company with its seat there.
     *
     * @param address as on an envelope; read only where a country has several */
    public Proposal proposed(Country seat, String address, LocalDate day) {
        List<Authority> there = on(day).stream()
                .filter(authority -> authority.country().equals(seat) && authority.watchesCompanies())
                .toList();
        if (there.isEmpty()) {
            return new Proposal(List.of(), Reason.of("breach.authority.unknown"));
        }
        if (there.size() == 1) {
            return new Proposal(there, Reason.of("breach.authority.by-seat"));
        }
        Optional<String> code = postalCode(address);
        List<Authority> near = code.map(digits -> near(seat, digits, there)).orElse(List.of());
        if (near.isEmpty()) {
            return new Proposal(there, Reason.of("breach.authority.no-postal-code"));
        }
        return new Proposal(
                near,
                Reason.of(
                        near.size() == 1 ? "breach.authority.by-postal-code" : "breach.authority.several", code.get()));
    }

    private List<Authority> near(Country seat, String code, List<Authority> there) {
        List<String> lands =
                regions.getOrDefault(seat.code(), Map.of()).getOrDefault(code.substring(0, REGION), List.of());
        return lands.stream()
                .flatMap(land -> there.stream()
                        .filter(authority ->
                                authority.land().filter(land::equals).isPresent()))
                .toList();
    }

    /** The only one in the address; empty if there is none, or more than one. */
    private static Optional<String> postalCode(String address) {
        Set<String> found = new TreeSet<>();
        Matcher code = POSTAL_CODE.matcher(address);
        while (code.find()) {
            found.add(code.group(1));
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
