package app.countersign.processing.web;

import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import app.countersign.processing.ProcessingRecord;
import app.countersign.processing.RecordWords;
import app.countersign.processing.Recording;
import app.countersign.terms.Article28;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code /processing/view}: the record of processing of one processor. */
@Named
@RequestScoped
public class ProcessingPage {

    private static final int SIZE = 50;

    @Inject
    private Recording recording;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private List<Organisation> processors;
    private ProcessingRecord shown;
    private Recording.Page page;

    /** A processor that can be chosen. */
    public record Choice(String text, String href, boolean here) {}

    public List<Organisation> getProcessors() {
        if (processors == null) {
            processors = recording.processors().stream()
                    .filter(one -> one.code().isPresent())
                    .toList();
        }
        return processors;
    }

    public List<Choice> getChoices() {
        return getProcessors().stream()
                .map(one -> new Choice(
                        one.name(),
                        "/processing/view?processor=" + one.code().orElse(""),
                        one.code().filter(getCode()::equals).isPresent()))
                .toList();
    }

    /** The one in the address, else the first; empty if there is none. */
    public String getCode() {
        return Optional.ofNullable(request.getParameter("processor"))
                .filter(code -> !code.isEmpty())
                .or(() -> getProcessors().stream().findFirst().flatMap(Organisation::code))
                .orElse("");
    }

    /** Null where there is no processor yet. */
    public ProcessingRecord getShown() {
        if (shown == null && !getCode().isEmpty()) {
            shown = recording.of(getCode());
        }
        return shown;
    }

    public Recording.Page getControllers() {
        if (page == null) {
            page = recording.controllers(getCode(), after(), SIZE);
        }
        return page;
    }

    /** What is no number begins at the beginning. */
    private long after() {
        try {
            return Long.parseLong(
                    Optional.ofNullable(request.getParameter("after")).orElse("0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public boolean isFirst() {
        return after() == 0;
    }

    public String getStart() {
        return "/processing/view?processor=" + getCode() + "#controllers";
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return getControllers().next().isPresent()
                ? "/processing/view?processor=" + getCode() + "&after="
                        + getControllers().next().getAsLong() + "#controllers"
                : null;
    }

    /** The measures' titles by category, in the order of the annexes. */
    public List<Map.Entry<String, List<String>>> getMeasures() {
        RecordWords said = getWords();
        Map<String, List<String>> titles = new TreeMap<>();
        getShown()
                .measures()
                .forEach(row -> titles.computeIfAbsent(
                                said.category(row.measure()), category -> new java.util.ArrayList<>())
                        .add(said.title(row.measure())));
        return List.copyOf(titles.entrySet());
    }

    public String joined(List<String> titles) {
        return String.join("; ", titles);
    }

    public RecordWords getWords() {
        return new RecordWords(getReader());
    }

    public String point(Article28 point) {
        return getWords().point(point);
    }

    public Locale getReader() {
        return words.texts().language();
    }
}
