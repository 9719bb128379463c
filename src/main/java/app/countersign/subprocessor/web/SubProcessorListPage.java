package app.countersign.subprocessor.web;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.EngagementFilter;
import app.countersign.subprocessor.EngagementRow;
import app.countersign.subprocessor.EngagementState;
import app.countersign.subprocessor.RegisterRecords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /sub-processor/list}: the registers, with what narrows them in the address. */
@Named
@RequestScoped
public class SubProcessorListPage {

    private static final String HERE = "/sub-processor/list";
    private static final int SIZE = 50;

    /** A filter that can be clicked. */
    public record Chip(String text, String href, boolean here) {}

    @Inject
    private RegisterRecords records;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private RegisterRecords.Page page;
    private List<Organisation> processors;

    public List<EngagementRow> getRows() {
        return page().items();
    }

    private RegisterRecords.Page page() {
        if (page == null) {
            EngagementFilter filter = new EngagementFilter(chosen().map(Organisation::id), state(), getTyped());
            page = records.page(filter, SubProcessorWords.id(request.getParameter("after")), SIZE);
        }
        return page;
    }

    public List<Organisation> getProcessors() {
        if (processors == null) {
            processors = records.processors();
        }
        return processors;
    }

    /** Of processors by code, the ones that the caller may choose; one alone needs no choosing. */
    public List<Chip> getChips() {
        if (getProcessors().size() < 2) {
            return List.of();
        }
        Chip all =
                new Chip(words.get("subprocessor.list.all"), address("", stateWord(), getTyped()), chosen().isEmpty());
        return Stream.concat(
                        Stream.of(all),
                        getProcessors().stream()
                                .map(one -> new Chip(
                                        one.name(),
                                        address(one.code().orElse(""), stateWord(), getTyped()),
                                        chosen().filter(one::equals).isPresent())))
                .toList();
    }

    public List<EngagementState> getStates() {
        return Arrays.asList(EngagementState.values());
    }

    public String word(EngagementState state) {
        return KebabCase.of(state);
    }

    private Optional<Organisation> chosen() {
        String code = Optional.ofNullable(request.getParameter("processor")).orElse("");
        return getProcessors().stream()
                .filter(one -> one.code().filter(code::equals).isPresent())
                .findFirst();
    }

    /** As the address writes it; empty if none is chosen. */
    public String getChosen() {
        return chosen().flatMap(Organisation::code).orElse("");
    }

    /** What is not understood does not narrow. */
    private Optional<EngagementState> state() {
        try {
            return Optional.ofNullable(request.getParameter("state"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> KebabCase.read(EngagementState.class, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String getStateWord() {
        return stateWord();
    }

    private String stateWord() {
        return state().map(KebabCase::of).orElse("");
    }

    public String getTyped() {
        return Optional.ofNullable(request.getParameter("q")).map(String::strip).orElse("");
    }

    public boolean isNarrowed() {
        return chosen().isPresent() || state().isPresent() || !getTyped().isEmpty();
    }

    public boolean isFirst() {
        return SubProcessorWords.id(request.getParameter("after")).isEmpty();
    }

    public String getStart() {
        return address(getChosen(), stateWord(), getTyped());
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        String start = getStart();
        return page().next()
                .map(last -> start + (start.contains("?") ? "&" : "?") + "after=" + last)
                .orElse(null);
    }

    private static String address(String processor, String state, String text) {
        String query = Stream.of(part("processor", processor), part("state", state), part("q", text))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? HERE : HERE + "?" + query;
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
