package app.countersign.deadline.web;

import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineCursor;
import app.countersign.deadline.DeadlineDesk;
import app.countersign.deadline.DeadlineFilter;
import app.countersign.deadline.DeadlineState;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /deadline/list}: what is to be done, the first due first; {@code ?state=met} what is done. */
@Named
@RequestScoped
public class DeadlineListPage {

    private static final int PAGE = 50;
    private static final List<DeadlineState> CHOICES = List.of(
            DeadlineState.OVERDUE,
            DeadlineState.RUNNING,
            DeadlineState.MET,
            DeadlineState.MET_LATE,
            DeadlineState.WAIVED);

    /** @param state null for everything that is open */
    public record Choice(DeadlineState state, String href, boolean here) {}

    @Inject
    private DeadlineDesk desk;

    @Inject
    private HttpServletRequest request;

    private DeadlineDesk.Page page;

    public List<Choice> getChoices() {
        Optional<DeadlineState> chosen = state();
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(new Choice(null, "/deadline/list", chosen.isEmpty())),
                        CHOICES.stream()
                                .map(state -> new Choice(
                                        state,
                                        "/deadline/list?state=" + KebabCase.of(state),
                                        chosen.filter(state::equals).isPresent())))
                .toList();
    }

    public List<Deadline> getRows() {
        return page().items();
    }

    /** The address of the next page, or null on the last. */
    public String getNext() {
        String narrowed =
                state().map(state -> "state=" + KebabCase.of(state) + "&").orElse("");
        return page().next()
                .map(cursor -> "/deadline/list?" + narrowed + "cursor="
                        + URLEncoder.encode(cursor.toString(), StandardCharsets.UTF_8))
                .orElse(null);
    }

    public boolean isOpenOnly() {
        return state().isEmpty();
    }

    private DeadlineDesk.Page page() {
        if (page == null) {
            DeadlineFilter filter = state().map(
                            state -> new DeadlineFilter(Set.of(state), Optional.empty(), Optional.empty()))
                    .orElse(DeadlineFilter.OPEN);
            page = desk.page(filter, cursor(), PAGE);
        }
        return page;
    }

    /** What is not understood does not narrow. */
    private Optional<DeadlineState> state() {
        try {
            return Optional.ofNullable(request.getParameter("state"))
                    .map(word -> KebabCase.read(DeadlineState.class, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<DeadlineCursor> cursor() {
        try {
            return Optional.ofNullable(request.getParameter("cursor")).map(DeadlineCursor::read);
        } catch (Invalid e) {
            return Optional.empty();
        }
    }
}
