package app.countersign.accesslog.web;

import app.countersign.accesslog.AccessRecords;
import app.countersign.kernel.Texts;
import java.util.Map;

/** The log in a reader's language. */
record AccessWords(Texts texts) {

    /** Where things of that kind are looked at. */
    private static final Map<String, String> PAGES = Map.of(
            "contract", "/contract/view?id=",
            "organisation", "/party/view?id=",
            "deadline", "/deadline/view?id=",
            "returned-file", "/contract/returned?id=");

    String who(AccessRecords.Line line) {
        if (!line.who().isEmpty()) {
            return line.who();
        }
        return texts.text(line.entry().actorKind().equals("system") ? "trail.who.system" : "trail.who.stranger");
    }

    String act(AccessRecords.Line line) {
        return line.entry().act().label().in(texts.language());
    }

    String door(AccessRecords.Line line) {
        return texts.text("trail.channel." + line.entry().door());
    }

    /** What it is called that was reached; as the log has it, if nobody has worded it. */
    String kind(String kind) {
        return worded("accesslog.object." + kind, worded("trail.object." + kind, kind));
    }

    private String worded(String key, String otherwise) {
        return texts.has(key) ? texts.text(key) : otherwise;
    }

    /** Null if that has no page. */
    static String href(AccessRecords.Line line) {
        String path = PAGES.get(line.entry().objectKind());
        return path == null
                ? null
                : line.entry().objectId().map(id -> path + id).orElse(null);
    }
}
