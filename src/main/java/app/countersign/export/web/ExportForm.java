package app.countersign.export.web;

import app.countersign.export.ExportDesk;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.measure.MeasureFilter;
import app.countersign.measure.MeasureRecords;
import app.countersign.party.Organisation;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** {@code /export/new}: what is to be taken away. */
@Named
@ViewScoped
public class ExportForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 200;
    private static final int MOST = 1000;

    /** A measure that can be chosen. */
    public record Option(String id, String label) implements Serializable {}

    /** A processor that can be chosen. */
    public record Whose(String code, String name) implements Serializable {}

    @Inject
    private ExportDesk desk;

    @Inject
    private MeasureRecords records;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private List<Whose> known;
    private List<Option> options;
    private String[] processors = {};
    private String[] measures = {};
    private String contract;
    private String from;
    private String to;
    private String language;

    @PostConstruct
    void open() {
        known = desk.processors().stream()
                .filter(one -> one.code().isPresent())
                .map(one -> new Whose(one.code().orElseThrow(), one.name()))
                .toList();
        language = words.texts().language().getLanguage();
        choose();
    }

    /** Other processors have other measures; what was chosen of those that stay is kept. */
    public void choose() {
        options = new ArrayList<>();
        for (Organisation processor : desk.processors()) {
            if (processors.length == 0
                    || Arrays.asList(processors).contains(processor.code().orElse(""))) {
                offer(processor);
            }
        }
        List<String> ids = options.stream().map(Option::id).toList();
        measures = Arrays.stream(measures).filter(ids::contains).toArray(String[]::new);
    }

    private void offer(Organisation processor) {
        MeasureFilter filter = new MeasureFilter(
                Optional.of(processor.id()), Optional.empty(), Optional.empty(), Optional.empty(), "");
        Optional<UUID> after = Optional.empty();
        do {
            MeasureRecords.Page page = records.page(filter, after, PAGE);
            for (MeasureRecords.Row row : page.items()) {
                options.add(new Option(
                        row.measure().id().toString(),
                        processor.name() + " · " + row.measure().code() + " · "
                                + row.measure().title(words.texts().language())));
            }
            after = page.next();
        } while (after.isPresent() && options.size() < MOST);
    }

    public String ask() {
        desk.ask(new ExportDesk.Wish(
                List.of(processors), List.of(measures), contract, from, to, Locale.forLanguageTag(language)));
        saying.done("export.done.asked");
        return "/export/list?faces-redirect=true";
    }

    public List<Whose> getKnown() {
        return known;
    }

    public List<Option> getOptions() {
        return options;
    }

    public String[] getProcessors() {
        return processors.clone();
    }

    public void setProcessors(String[] processors) {
        this.processors = processors.clone();
    }

    public String[] getMeasures() {
        return measures.clone();
    }

    public void setMeasures(String[] measures) {
        this.measures = measures.clone();
    }

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
