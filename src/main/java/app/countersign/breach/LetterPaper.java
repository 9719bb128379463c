package app.countersign.breach;

import app.countersign.document.Form;
import app.countersign.document.Furniture;
import app.countersign.document.Letters;
import app.countersign.document.Manuscript;
import app.countersign.document.Metadata;
import app.countersign.document.Rendering;
import app.countersign.document.Stationery;
import app.countersign.document.TemplateFiles;
import app.countersign.kernel.Texts;
import app.countersign.party.Organisation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A notice on paper: a business letter as PDF/A-3b, with the processor's name, dated, its pages numbered. */
final class LetterPaper {

    private static final Pattern HEADING = Pattern.compile("\\d{1,2}\\. \\S[^\n]{0,150}");
    private static final Pattern LIST = Pattern.compile("[–-] [^\n]*(\n[–-] [^\n]*)*");

    private LetterPaper() {}

    /**
     * What stands on it beside the words.
     *
     * @param to name and address of whom it is for, line by line
     * @param reference the breach's number
     * @param contract the contract's number; empty where there is none
     * @param at whose day the letter bears
     */
    record Head(Organisation from, List<String> to, String reference, String contract, Instant at, Locale language) {}

    static byte[] pdf(Head head, NoticeWords words) {
        Texts texts = Texts.of(head.language());
        String company = Letters.printable(head.from().name());
        Furniture furniture = new Furniture(Letters.printable(head.reference()), "", company, company);
        Manuscript manuscript = new Manuscript(
                xhtml(head, words, texts).getBytes(StandardCharsets.UTF_8),
                layout(texts).getBytes(StandardCharsets.UTF_8),
                texts.language(),
                TemplateFiles.none(),
                furniture);
        Metadata metadata = new Metadata(
                Letters.printable(words.subject()),
                company,
                String.join(", ", head.to()),
                head.reference() + " " + head.contract(),
                texts.language(),
                head.at());
        return Form.of(Rendering.of(manuscript), Map.of()).completed(Map.of(), Map.of(), List.of(), metadata);
    }

    private static String xhtml(Head head, NoticeWords words, Texts texts) {
        StringBuilder page = new StringBuilder("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>"
                + escaped(words.subject()) + "</title></head><body>");
        page.append("<p class=\"sender\">")
                .append(escaped(head.from().name() + addressOnOneLine(head.from())))
                .append("</p>");
        page.append("<div class=\"to\">")
                .append(lines(String.join("\n", head.to())))
                .append("</div>");
        page.append("<table class=\"about\"><tr><td>")
                .append(escaped(texts.text("notice.paper.reference", head.reference())));
        if (!head.contract().isEmpty()) {
            page.append("<br/>").append(escaped(texts.text("notice.paper.contract", head.contract())));
        }
        page.append("</td><td class=\"date\">").append(escaped(date(head))).append("</td></tr></table>");
        page.append("<h1>").append(escaped(words.subject())).append("</h1>");
        for (String paragraph : Letters.clean(words.body()).split("\n\n+")) {
            page.append(block(paragraph));
        }
        return page.append("</body></html>").toString();
    }

    private static String block(String paragraph) {
        if (HEADING.matcher(paragraph).matches()) {
            return "<h2>" + escaped(paragraph) + "</h2>";
        }
        if (LIST.matcher(paragraph).matches()) {
            StringBuilder list = new StringBuilder("<ul>");
            for (String line : paragraph.split("\n")) {
                list.append("<li>").append(escaped(line.substring(2))).append("</li>");
            }
            return list.append("</ul>").toString();
        }
        return "<p>" + lines(paragraph) + "</p>";
    }

    private static String lines(String text) {
        return escaped(text).replace("\n", "<br/>");
    }

    private static String escaped(String text) {
        return Letters.printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String addressOnOneLine(Organisation organisation) {
        return organisation.address().isEmpty()
                ? ""
                : " · " + organisation.address().replace("\n", ", ");
    }

    private static String date(Head head) {
        Locale language = Texts.supported(head.language());
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.equals(Locale.GERMAN) ? language : Locale.UK)
                .format(head.at().atZone(head.from().zone()));
    }

    /** The words between the page numbers come from the bundle. */
    private static String layout(Texts texts) {
        return Stationery.css(texts.text("notice.paper.page"), texts.text("notice.paper.of"));
    }
}
