package app.countersign.export.web;

import app.countersign.export.EvidenceExport;
import app.countersign.export.ExportDesk;
import app.countersign.export.ExportState;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import app.countersign.party.Organisation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code /export/list}: one's own archives of evidence, and how far they are. */
@Named
@RequestScoped
public class ExportListPage {

    private static final String HERE = "/export/list?faces-redirect=true";
    private static final int SIZE = 20;
    private static final int STEP = 1000;
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

    @Inject
    private ExportDesk desk;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private ExportDesk.Page page;
    private Map<UUID, String> names;

    static Optional<UUID> id(String text) {
        try {
            return Optional.ofNullable(text).filter(one -> !one.isBlank()).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public List<EvidenceExport> getRows() {
        return page().items();
    }

    private ExportDesk.Page page() {
        if (page == null) {
            page = desk.page(id(getAfter()), SIZE);
        }
        return page;
    }

    public String getAfter() {
        return Optional.ofNullable(request.getParameter("after")).orElse("");
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return page().next().map(last -> "/export/list?after=" + last).orElse(null);
    }

    public boolean isUnderWay() {
        return getRows().stream().anyMatch(one -> one.state().isUnderWay());
    }

    /** Whose measures they are, by name. */
    public String processors(EvidenceExport export) {
        if (names == null) {
            names = desk.processors().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        }
        return export.processors().stream()
                .map(id -> names.getOrDefault(id, ""))
                .filter(name -> !name.isEmpty())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    public String problem(EvidenceExport export) {
        return export.problem().map(why -> why.in(words.texts().language())).orElse("");
    }

    public String step(EvidenceExport export) {
        return export.step().isEmpty() ? "" : words.get("export.step." + export.step());
    }

    public String tone(EvidenceExport export) {
        return switch (export.state()) {
            case READY -> "good";
            case FAILED -> "bad";
            case CANCELLED, PURGED -> "quiet";
            default -> "busy";
        };
    }

    public boolean isReady(EvidenceExport export) {
        return export.state() == ExportState.READY;
    }

    public String size(EvidenceExport export) {
        BigDecimal size = BigDecimal.valueOf(export.size());
        int unit = 0;
        while (size.compareTo(BigDecimal.valueOf(STEP)) >= 0 && unit < UNITS.size() - 1) {
            size = size.divide(BigDecimal.valueOf(STEP), MathContext.DECIMAL64);
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(words.texts().language());
        format.setMaximumFractionDigits(unit == 0 ? 0 : 1);
        return format.format(size) + " " + UNITS.get(unit);
    }

    public String cancel(UUID export) {
        desk.cancel(export);
        saying.done("export.done.cancelled");
        return HERE;
    }

    public String resume(UUID export) {
        desk.resume(export);
        saying.done("export.done.resumed");
        return HERE;
    }
}
