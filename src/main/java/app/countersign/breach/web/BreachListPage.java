package app.countersign.breach.web;

import app.countersign.breach.BreachFilter;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.BreachRow;
import app.countersign.breach.BreachState;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code /breach/list}: breaches and suspicions, the newest first, with what narrows them in the address. */
@Named
@RequestScoped
public class BreachListPage {

    private static final String HERE = "/breach/list";
    private static final int SIZE = 50;

    /** A filter that can be clicked. */
    public record Chip(String text, String href, boolean here, String count) {}

    @Inject
    private BreachRecords records;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private BreachRecords.Page<BreachRow> page;

    public List<BreachRow> getRows() {
        return page().items();
    }

    private BreachRecords.Page<BreachRow> page() {
        if (page == null) {
            BreachFilter filter = new BreachFilter(state().map(Set::of).orElse(Set.of()), getTyped());
            page = records.page(filter, after(), SIZE);
        }
        return page;
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return page().next()
                .map(last -> address(state(), getTyped()) + joint() + "after=" + last)
                .orElse(null);
    }

    public boolean isFirst() {
        return after().isEmpty();
    }

    /** The address of the first page with the same filter. */
    public String getStart() {
        return address(state(), getTyped());
    }

    public List<Chip> getStates() {
        Map<BreachState, Long> counts = records.counts();
        Chip all =
                new Chip(words.get("breach.list.all"), address(Optional.empty(), getTyped()), state().isEmpty(), null);
        Stream<Chip> each = Arrays.stream(BreachState.values())
                .filter(state -> counts.containsKey(state)
                        || state().filter(state::equals).isPresent())
                .map(state -> new Chip(
                        state.label().in(words.texts().language()),
                        address(Optional.of(state), getTyped()),
                        state().filter(state::equals).isPresent(),
                        words.with("breach.list.count", counts.getOrDefault(state, 0L))));
        return Stream.concat(Stream.of(all), each).toList();
    }

    public boolean isNarrowed() {
        return state().isPresent() || !getTyped().isEmpty();
    }

    public String getTyped() {
        return Optional.ofNullable(request.getParameter("q")).map(String::strip).orElse("");
    }

    /** As the address writes it; empty if none is chosen. */
    public String getChosen() {
        return state().map(KebabCase::of).orElse("");
    }

    private static String address(Optional<BreachState> state, String text) {
        List<String> parts = Stream.of(
                        state.map(s -> "state=" + KebabCase.of(s)).orElse(""),
                        text.isEmpty() ? "" : "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? HERE : HERE + "?" + String.join("&", parts);
    }

    private String joint() {
        return isNarrowed() ? "&" : "?";
    }

    /** What is not understood does not narrow. */
    private Optional<BreachState> state() {
        try {
            return Optional.ofNullable(request.getParameter("state"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> KebabCase.read(BreachState.class, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<UUID> after() {
        return Ids.maybe(request.getParameter("after"));
    }
}
