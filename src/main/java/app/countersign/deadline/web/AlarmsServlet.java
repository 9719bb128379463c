package app.countersign.deadline.web;

import app.countersign.access.web.LanguageChoice;
import app.countersign.deadline.DeadlineDesk;
import app.countersign.deadline.Moment;
import app.countersign.deadline.NewAlarms;
import app.countersign.deadline.Rung;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Texts;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * {@code /deadline/alarms.json?after=…}: what an open page asks for every few seconds, so that an alarm shows on it. A
 * request here keeps no session from ending.
 */
@WebServlet("/deadline/alarms.json")
public class AlarmsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient DeadlineDesk desk;

    @Inject
    private transient LanguageChoice language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        NewAlarms news = desk.alarmsSince(after(request.getParameter("after")));
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().print(json(news, request.getContextPath()));
    }

    /** What is not understood reads as nothing: then the page learns from when on to ask. */
    private static Optional<Instant> after(String text) {
        try {
            return Optional.ofNullable(text).map(at -> Moment.read(at, ZoneOffset.UTC));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private JsonObject json(NewAlarms news, String contextPath) {
        Texts texts = Texts.of(language.getLocale());
        JsonArrayBuilder alarms = Json.createArrayBuilder();
        for (Rung rung : news.alarms()) {
            alarms.add(Json.createObjectBuilder()
                    .add("id", rung.deadline().id() + " " + rung.alarm().name())
                    .add("text", rung.headline(texts))
                    .add(
                            "href",
                            contextPath + "/deadline/view?id=" + rung.deadline().id())
                    .add("tone", rung.alarm().isWarning() ? "warn" : "bad"));
        }
        return Json.createObjectBuilder()
                .add("asOf", news.asOf().toString())
                .add("alarms", alarms)
                .add("more", news.more() == 0 ? "" : texts.text("deadline.live.more", news.more()))
                .build();
    }
}
