package app.countersign.contract.web;

import app.countersign.contract.ContractRecords;
import app.countersign.contract.ContractRow;
import app.countersign.contract.ContractState;
import app.countersign.contract.Countersigning;
import app.countersign.contract.TemplateVersion;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /contract/list}: a page of contracts, the newest first, with what narrows it in its address. A page begins below
 * the row {@code before}, or ends above the row {@code after}.
 */
@Named
@RequestScoped
public class ContractListPage {

    private static final int SIZE = 50;

    /** The choice that takes a filter away. */
    private static final String ALL = "";

    /** A filter that can be clicked.
     *
     * @param count how many it lets through, over all, as people write it; null where nobody counts */
    public record Chip(String text, String href, boolean here, String count) {}

    /** An entry of a choice. */
    public record Option(String value, String label) {}

    @Inject
    private ContractRecords records;

    @Inject
    private Countersigning countersigning;

    @Inject
    private Words words;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private ListFilter filter;
    private ContractRecords.Page page;

    @PostConstruct
    void read() {
        filter = ListFilter.of(request::getParameter);
    }

    public List<ContractRow> getRows() {
        return page().items();
    }

    private ContractRecords.Page page() {
        if (page == null) {
            page = number("after").isPresent()
                    ? records.pageBack(filter.toFilter(), number("after").getAsLong(), SIZE)
                    : records.page(filter.toFilter(), number("before"), SIZE);
            if (page.items().isEmpty() && number("after").isPresent()) {
                page = records.page(filter.toFilter(), OptionalLong.empty(), SIZE);
            }
        }
        return page;
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return page().next().isPresent() ? at("before", page().next().getAsLong()) : null;
    }

    /** The address of the page before this one; null on the first. */
    public String getPrevious() {
        boolean somewhere = number("before").isPresent() || number("after").isPresent();
        return somewhere && !getRows().isEmpty() ? at("after", getRows().get(0).serial()) : null;
    }

    public List<Chip> getStates() {
        Map<ContractState, Long> counts = records.counts();
        String here = filter.value(ListFilter.STATE);
        Chip all = new Chip(
                words.get("contract.list.all"),
                filter.with(ListFilter.STATE, ALL),
                filter.state().isEmpty(),
                null);
        Stream<Chip> each = Arrays.stream(ContractState.values())
                .filter(state ->
                        counts.containsKey(state) || KebabCase.of(state).equals(here))
                .map(state -> new Chip(
                        state.label().in(words.texts().language()),
                        filter.with(ListFilter.STATE, KebabCase.of(state)),
                        filter.state().filter(state::equals).isPresent(),
                        count(counts.getOrDefault(state, 0L))));
        return Stream.of(Stream.of(all), each, withoutPaper())
                .flatMap(chips -> chips)
                .toList();
    }

    /** Shown as long as any paper is missing. */
    private Stream<Chip> withoutPaper() {
        boolean here = filter.isPaperMissing();
        return here || records.isAnyWithoutPaper()
                ? Stream.of(new Chip(
                        words.get("contract.list.without-paper"),
                        filter.with(ListFilter.PAPER, here ? ALL : "missing"),
                        here,
                        null))
                : Stream.empty();
    }

    private String count(long counted) {
        return counted < ContractRecords.MOST_COUNTED
                ? words.with("contract.list.count", counted)
                : words.with("contract.list.count-or-more", counted);
    }

    public List<Option> getProcessors() {
        return records.processors().stream()
                .map((Organisation o) -> new Option(o.code().orElse(""), o.name()))
                .toList();
    }

    public List<Option> getTemplates() {
        return records.templates().stream()
                .map((TemplateVersion v) -> new Option(
                        v.code(), records.template(v.id()).title(words.texts().language())))
                .toList();
    }

    /** Countersigns those that were picked; goes to where the progress is seen. */
    public String countersign() {
        Set<UUID> picked = picked();
        if (picked.isEmpty()) {
            saying.wrong("contract.list.nothing-picked");
            return null;
        }
        return "/contract/countersigning?faces-redirect=true&run=" + countersigning.countersignAll(picked);
    }

    private Set<UUID> picked() {
        String[] ids = request.getParameterValues("pick");
        return Stream.of(ids == null ? new String[0] : ids)
                .map(id -> Ids.read(id, "contract.refusal.unknown"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it was picked before something kept the act from being done. */
    public boolean isPicked(ContractRow row) {
        String[] ids = request.getParameterValues("pick");
        return ids != null && Arrays.asList(ids).contains(row.id().toString());
    }

    /** Only what is accepted can be countersigned. */
    public boolean mayPick(ContractRow row) {
        return row.state() == ContractState.ACCEPTED;
    }

    public boolean isAnyToPick() {
        return getRows().stream().anyMatch(this::mayPick);
    }

    /** What keeps a contract from being sealed, in words; empty where nothing does. */
    public String problem(ContractRow row) {
        return row.problemKey() == null ? "" : words.get("contract.list.problem");
    }

    public String getExport() {
        return filter.address("/contract/list.csv");
    }

    public boolean isNarrowed() {
        return filter.narrows();
    }

    public String value(String name) {
        return filter.value(name);
    }

    private String at(String name, long serial) {
        String address = filter.address("/contract/list");
        return address + (address.contains("?") ? "&" : "?") + name + "=" + serial;
    }

    private OptionalLong number(String name) {
        String text = request.getParameter(name);
        return text != null && text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
