package app.countersign.measure.web;

import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.measure.Measure;
import app.countersign.measure.MeasureFilter;
import app.countersign.measure.MeasureRecords;
import app.countersign.measure.Probe;
import app.countersign.measure.ProbeDesk;
import app.countersign.measure.ProbeKind;
import app.countersign.terms.Span;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /measure/probes}: what is looked at by itself, to prove measures by what is found. */
@Named
@RequestScoped
public class ProbeListPage {

    private static final int MOST = 200;
    private static final String HERE = "/measure/probes?faces-redirect=true";

    /** A measure that a probe can prove. */
    public record Option(String value, String label) {}

    @Inject
    private ProbeDesk desk;

    @Inject
    private MeasureRecords records;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private List<Probe> rows;
    private String kind = "tls";
    private String label;
    private String target;
    private String expected;
    private String every = "PT1H";
    private List<String> measures = new ArrayList<>();

    public List<Probe> getRows() {
        if (rows == null) {
            rows = desk.all();
        }
        return rows;
    }

    public String add() {
        Probe probe = desk.add(new ProbeDesk.Entry(
                KebabCase.read(ProbeKind.class, kind),
                label,
                target,
                expected,
                every,
                measures.stream().flatMap(id -> Ids.maybe(id).stream()).toList()));
        saying.done("measure.done.probe-added", probe.label());
        return HERE;
    }

    public String look(UUID id) {
        desk.look(id);
        saying.done("measure.done.probe-looks");
        return HERE;
    }

    public String remove(UUID id) {
        desk.remove(id);
        saying.done("measure.done.probe-removed");
        return HERE;
    }

    public List<String> getKinds() {
        return Arrays.stream(ProbeKind.values()).map(KebabCase::of).toList();
    }

    /** Of all processors that the person answers for, page after page. */
    public List<Option> getOptions() {
        List<Option> options = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        do {
            MeasureRecords.Page page = records.page(MeasureFilter.ALL, after, MOST);
            page.items().forEach(row -> options.add(option(row)));
            after = page.next();
        } while (after.isPresent());
        return options;
    }

    private Option option(MeasureRecords.Row row) {
        Measure measure = row.measure();
        return new Option(
                measure.id().toString(),
                row.processor().name() + " · " + measure.title(words.texts().language()) + " (" + measure.code() + ")");
    }

    public String word(ProbeKind of) {
        return words.with("measure.probe.kind." + KebabCase.of(of));
    }

    public String span(Span span) {
        return words.with("measure.every", span.in(words.texts().language()));
    }

    public String problem(Probe probe) {
        return probe.problem().map(why -> why.in(words.texts().language())).orElse("");
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getExpected() {
        return expected;
    }

    public void setExpected(String expected) {
        this.expected = expected;
    }

    public String getEvery() {
        return every;
    }

    public void setEvery(String every) {
        this.every = every;
    }

    public List<String> getMeasures() {
        return measures;
    }

    public void setMeasures(List<String> measures) {
        this.measures = measures == null ? new ArrayList<>() : measures;
    }
}
