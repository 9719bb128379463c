package app.countersign.retention;

import app.countersign.contract.Contract;
import app.countersign.document.Form;
import app.countersign.document.Furniture;
import app.countersign.document.Letters;
import app.countersign.document.Manuscript;
import app.countersign.document.Metadata;
import app.countersign.document.Rendering;
import app.countersign.document.Stationery;
import app.countersign.document.TemplateFiles;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Texts;
import app.countersign.terms.Clause;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Confirms to a controller in writing that its data was returned or deleted, as PDF/A in the contract's language: what,
 * when, by whom, by which clause, and what is still kept for a while.
 */
final class DisposalPaper {

    private static final String LAYOUT = "disposal.css";

    private final Contract contract;
    private final Disposal disposal;
    private final DisposalTerms terms;
    private final Template template;
    private final List<HandDeletion> done;
    private final Instant now;
    private final Texts texts;

    /** @param done what was ordered, none of it open */
    DisposalPaper(Contract contract, Disposal disposal, DisposalTerms terms, List<HandDeletion> done, Instant now) {
        this.contract = contract;
        this.disposal = disposal;
        this.terms = terms;
        this.template = terms.template();
        this.done = done;
        this.now = now;
        this.texts = Texts.of(contract.language());
    }

    byte[] pdf() {
        String company = Letters.printable(contract.processor().name());
        Manuscript manuscript = new Manuscript(
                xhtml().getBytes(StandardCharsets.UTF_8),
                layout().getBytes(StandardCharsets.UTF_8),
                texts.language(),
                TemplateFiles.none(),
                new Furniture(contract.number(), "", company, company));
        Metadata metadata = new Metadata(
                text("deletion.paper.title", contract.number()),
                company,
                Letters.printable(contract.controller().name()),
                contract.id() + " disposal",
                texts.language(),
                now);
        return Form.of(Rendering.of(manuscript), Map.of()).completed(Map.of(), Map.of(), List.of(), metadata);
    }

    private String xhtml() {
        StringBuilder page = new StringBuilder("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>"
                + escaped(text("deletion.paper.title", contract.number())) + "</title></head><body>");
        String sender = contract.processor().name() + " · "
                + contract.processor().address().replace("\n", ", ");
        String to = contract.controller().name() + "\n" + contract.controller().address();
        page.append("<p class=\"sender\">").append(escaped(sender)).append("</p>");
        page.append("<div class=\"to\">")
                .append(escaped(to).replace("\n", "<br/>"))
                .append("</div>");
        page.append("<table class=\"about\"><tr><td>")
                .append(escaped(text("deletion.paper.contract", contract.number())))
                .append("</td><td class=\"date\">")
                .append(escaped(day(now)))
                .append("</td></tr></table>");
        page.append("<h1>").append(escaped(text(heading()))).append("</h1>");
        paragraph(page, text("deletion.paper.ended", template.title(contract.language()), written(disposal.endedOn())));
        terms.offer().ifPresent(term -> paragraph(page, text("deletion.paper.by", label(term))));
        disposal.chosenAt()
                .ifPresent(at -> paragraph(
                        page,
                        text(
                                "deletion.paper.chosen." + kebab(),
                                day(at),
                                disposal.chosenBy().orElse(""))));
        disposal.returnedAt().ifPresent(at -> paragraph(page, text("deletion.paper.returned", day(at))));
        paragraph(page, text("deletion.paper.deleted"));
        table(page);
        kept(page);
        paragraph(page, text("deletion.paper.close", contract.processor().name()));
        return page.append("</body></html>").toString();
    }

    private String heading() {
        return "deletion.paper.heading." + kebab();
    }

    private String kebab() {
        return KebabCase.of(disposal.choice().orElse(DisposalChoice.DELETE));
    }

    private void table(StringBuilder page) {
        page.append("<table class=\"done\"><thead><tr>");
        for (String column : List.of("what", "when", "who", "says")) {
            page.append("<th class=\"" + column + "\">")
                    .append(escaped(text("deletion.paper.column." + column)))
                    .append("</th>");
        }
        page.append("</tr></thead><tbody>");
        for (HandDeletion deletion : done) {
            boolean dropped = deletion.state() == HandDeletionState.DROPPED;
            page.append("<tr>");
            cell(page, deletion.title() + " (" + label(deletion.clause()) + ")");
            cell(page, deletion.doneAt().map(this::day).orElse(""));
            cell(page, deletion.doneBy().orElse(""));
            String said = deletion.statement().orElse("");
            cell(page, dropped ? text("deletion.paper.dropped", said) : said);
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }

    /** Backups and the like: what they still hold, and until when. */
    private void kept(StringBuilder page) {
        List<Term> kept = terms.kept();
        if (kept.isEmpty()) {
            return;
        }
        LocalDate last = done.stream()
                .flatMap(deletion -> deletion.doneAt().stream())
                .max(Instant::compareTo)
                .orElse(now)
                .atZone(contract.processor().zone())
                .toLocalDate();
        page.append("<h2>").append(escaped(text("deletion.paper.kept"))).append("</h2><ul>");
        for (Term term : kept) {
            Optional.ofNullable(term.span("keep").orElseThrow().period())
                    .map(last::plus)
                    .ifPresent(until -> page.append("<li>")
                            .append(escaped(text(
                                    "deletion.paper.kept-until",
                                    term.sentence(contract.language()),
                                    label(term),
                                    written(until))))
                            .append("</li>"));
        }
        page.append("</ul>");
    }

    private static void paragraph(StringBuilder page, String text) {
        page.append("<p>").append(escaped(text)).append("</p>");
    }

    private static void cell(StringBuilder page, String text) {
        page.append("<td>").append(escaped(text).replace("\n", "<br/>")).append("</td>");
    }

    private static String label(Term term) {
        return term.clause().label();
    }

    private String label(String cited) {
        String id = cited.substring(cited.indexOf(' ') + 1);
        return Optional.ofNullable(template.clauses(contract.language()).get(id))
                .map(Clause::label)
                .orElse(cited);
    }

    private String day(Instant at) {
        return written(at.atZone(contract.processor().zone()).toLocalDate());
    }

    private String written(LocalDate day) {
        return DisposalLetters.written(day, contract.language());
    }

    private String text(String key, Object... args) {
        return texts.text(key, args);
    }

    private static String escaped(String text) {
        return Letters.printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** The words between the page numbers come from the bundle. */
    private String layout() {
        return Stationery.css(text("deletion.paper.page"), text("deletion.paper.of"))
                + Stationery.read(DisposalPaper.class, LAYOUT);
    }
}
