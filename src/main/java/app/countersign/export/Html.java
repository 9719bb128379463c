package app.countersign.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A page being written, to be read anywhere without a network: its layout is in it, there is no script, and whatever
 * people typed is escaped. Its policy forbids what is not there anyway, in case somebody finds a way to put it there.
 */
final class Html {

    private static final String LAYOUT = """
            :root{color-scheme:light dark;--ink:#1d2430;--soft:#5a6472;--line:#d9dee5;--paper:#fff;--good:#1d6f42;--warn:#8a5a00;--bad:#b3261e}
            @media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#a3adba;--line:#39414d;--paper:#171b21;--good:#6fcf97;--warn:#f2c463;--bad:#ff8a80}}
            body{margin:0 auto;max-width:72rem;padding:2rem 1.5rem 4rem;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,"Segoe UI",Arial,sans-serif;font-variant-numeric:tabular-nums}
            h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
            p{max-width:46rem;margin:.4rem 0}.soft{color:var(--soft)}a{color:inherit}nav{margin-bottom:1.5rem}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
            th{font-weight:600;color:var(--soft);overflow-wrap:normal}td{min-width:6rem}td.n{text-align:right;white-space:nowrap}td.w{white-space:nowrap;overflow-wrap:normal}
            table.facts th{width:13rem}.light{white-space:nowrap;font-weight:600}
            .proven{color:var(--good)}.due{color:var(--warn)}.unproven{color:var(--bad)}
            .proven::before{content:"\\25CF  "}.due::before{content:"\\25D0  "}.unproven::before{content:"\\25CB  "}
            .words{white-space:pre-line}.hash{font-family:ui-monospace,Consolas,monospace;font-size:.8rem;color:var(--soft)}
            .gone{text-decoration:line-through}
            @media(max-width:40rem){thead{position:absolute;clip-path:inset(50%)}tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)}td,table.facts th,td.n{display:block;border:0;padding:.1rem 0;width:auto;text-align:left}td[data-label]:not(:empty)::before{content:attr(data-label) ": ";color:var(--soft)}}
            @media print{body{max-width:none;padding:0}tr{break-inside:avoid}}
            """;

    private final OutputStream out;

    /** Of the table that is being written; in a narrow window each cell says them itself. */
    private String[] heads = {};

    Html(OutputStream out) {
        this.out = out;
    }

    Html begin(String language, String title) throws IOException {
        return raw("<!DOCTYPE html>\n<html lang=\"" + escaped(language) + "\"><head><meta charset=\"utf-8\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + escaped(title)
                + "</title><style>" + LAYOUT + "</style></head><body>\n");
    }

    void end() throws IOException {
        raw("</body></html>\n");
    }

    Html raw(String html) throws IOException {
        out.write(html.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Html element(String name, String text) throws IOException {
        return raw("<" + name + ">" + escaped(text) + "</" + name + ">\n");
    }

    Html classed(String name, String kind, String text) throws IOException {
        return raw("<" + name + " class=\"" + kind + "\">" + escaped(text) + "</" + name + ">\n");
    }

    Html fact(String name, String value) throws IOException {
        return value.isBlank()
                ? this
                : raw("<tr><th scope=\"row\">" + escaped(name) + "</th><td class=\"words\">" + escaped(value)
                        + "</td></tr>\n");
    }

    Html heads(String... names) throws IOException {
        heads = names.clone();
        raw("<table><thead><tr>");
        for (String name : names) {
            raw("<th scope=\"col\">" + escaped(name) + "</th>");
        }
        return raw("</tr></thead><tbody>\n");
    }

    Html row(String... cells) throws IOException {
        raw("<tr>");
        for (int i = 0; i < cells.length; i++) {
            raw("<td data-label=\"" + escaped(heads[i]) + "\">" + cells[i] + "</td>");
        }
        return raw("</tr>\n");
    }

    Html tableEnd() throws IOException {
        return raw("</tbody></table>\n");
    }

    static String link(String to, String text) {
        return "<a href=\"" + escaped(to) + "\">" + escaped(text) + "</a>";
    }

    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
        return html.toString();
    }
}
