package app.countersign.measure.web;

import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.measure.Light;
import app.countersign.measure.MeasureDesk;
import app.countersign.measure.MeasureFilter;
import app.countersign.measure.MeasureRecords;
import app.countersign.party.Organisation;
import app.countersign.terms.MeasureCatalogue;
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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /measure/list}: the measures of the annexes, each with its light, with what narrows them in the address. */
@Named
@RequestScoped
public class MeasureListPage {

    private static final String HERE = "/measure/list";
    private static final int SIZE = 50;

    /** A filter that can be clicked. */
    public record Chip(String text, String href, boolean here, String count) {}

    /** A choice of a filter. */
    public record Option(String value, String label) {}

    @Inject
    private MeasureRecords records;

    @Inject
    private MeasureDesk desk;

    @Inject
    private Words words;

    @Inject
    private MeasureWords told;

    @Inject
    private Saying saying;

    @Inject
    private HttpServletRequest request;

    private MeasureRecords.Page page;
    private List<Organisation> processors;
    private String remarks;

    public List<MeasureRecords.Row> getRows() {
        return page().items();
    }

    private MeasureRecords.Page page() {
        if (page == null) {
            page = records.page(filter(), Ids.maybe(request.getParameter("after")), SIZE);
        }
        return page;
    }

    private MeasureFilter filter() {
        return new MeasureFilter(processor(), template(), light(), category(), getTyped());
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return page().next().map(last -> address(light(), "after=" + last)).orElse(null);
    }

    public boolean isFirst() {
        return Ids.maybe(request.getParameter("after")).isEmpty();
    }

    /** The address of the first page with the same filter. */
    public String getStart() {
        return address(light(), "");
    }

    public List<Chip> getLights() {
        Map<Light, Long> counts = records.counts(filter());
        Chip all = new Chip(words.get("measure.list.all"), address(Optional.empty(), ""), light().isEmpty(), null);
        return Stream.concat(
                        Stream.of(all),
                        Arrays.stream(Light.values())
                                .map(light -> new Chip(
                                        told.light(light),
                                        address(Optional.of(light), ""),
                                        light().filter(light::equals).isPresent(),
                                        words.with("measure.list.count", counts.getOrDefault(light, 0L)))))
                .toList();
    }

    public List<Option> getProcessors() {
        return known().stream()
                .map(one -> new Option(one.code().orElse(""), one.name()))
                .toList();
    }

    private List<Organisation> known() {
        if (processors == null) {
            processors = records.processors();
        }
        return processors;
    }

    public List<Option> getCategories() {
        return MeasureCatalogue.ours().categories().stream()
                .map(category -> new Option(category, told.category(category)))
                .toList();
    }

    public boolean isNarrowed() {
        return light().isPresent()
                || processor().isPresent()
                || template().isPresent()
                || category().isPresent()
                || !getTyped().isEmpty();
    }

    public String getTyped() {
        return asked("q").orElse("");
    }

    /** As the address writes it; empty if none is chosen. */
    public String getChosenLight() {
        return light().map(KebabCase::of).orElse("");
    }

    public String getChosenProcessor() {
        return processor().flatMap(id -> asked("processor")).orElse("");
    }

    public String getChosenTemplate() {
        return template().orElse("");
    }

    public String getChosenCategory() {
        return category().orElse("");
    }

    private String address(Optional<Light> light, String more) {
        String query = Stream.of(
                        light.map(one -> "light=" + KebabCase.of(one)).orElse(""),
                        part("processor", getChosenProcessor()),
                        part("template", getChosenTemplate()),
                        part("category", getChosenCategory()),
                        part("q", getTyped()),
                        more)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? HERE : HERE + "?" + query;
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Optional<String> asked(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** What is not understood does not narrow. */
    private Optional<Light> light() {
        try {
            return asked("light").map(word -> KebabCase.read(Light.class, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<UUID> processor() {
        return asked("processor")
                .flatMap(code -> known().stream()
                        .filter(one -> one.code().filter(code::equals).isPresent())
                        .findFirst())
                .map(Organisation::id);
    }

    private Optional<String> template() {
        return asked("template").filter(code -> code.matches("[\\w-]{1,60}"));
    }

    private Optional<String> category() {
        return asked("category").filter(MeasureCatalogue.ours()::hasCategory);
    }

    /** Those that were ticked are what they were: somebody has looked. */
    public String review() {
        List<UUID> picked = Stream.of(
                        Optional.ofNullable(request.getParameterValues("pick")).orElse(new String[0]))
                .flatMap(id -> Ids.maybe(id).stream())
                .toList();
        desk.review(picked, remarks);
        saying.done("measure.done.reviewed", picked.size());
        String start = getStart();
        return start + (start.contains("?") ? "&" : "?") + "faces-redirect=true";
    }

    public String getRemarks() {
        return remarks;
    }

    public void setRemarks(String remarks) {
        this.remarks = remarks;
    }
}
