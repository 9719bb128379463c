package app.countersign.breach.web;

import app.countersign.breach.Notice;
import app.countersign.breach.NoticeFilter;
import app.countersign.breach.NoticeRecords;
import app.countersign.breach.NoticeState;
import app.countersign.breach.Notifying;
import app.countersign.kernel.Ids;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The letters of a breach, page by page: {@code /breach/view?id=&tab=notices}. After each act the list is shown as it is
 * then.
 */
@Named
@RequestScoped
public class NoticesSection {

    private static final int PAGE = 50;

    @Inject
    private BreachPage page;

    @Inject
    private NoticeRecords records;

    @Inject
    private Notifying notifying;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private NoticeRecords.Page found;
    private String reason;

    /** @param state null for all */
    public record Choice(NoticeState state, long count, String href, boolean here) {}

    public List<Notice> getRows() {
        return page().items();
    }

    public boolean isWithout() {
        return total() == 0;
    }

    public boolean isDrafting() {
        return page().drafting();
    }

    /** Those states that there are, with how many. */
    public List<Choice> getChoices() {
        Optional<NoticeState> chosen = state();
        return Stream.concat(
                        Stream.of(new Choice(null, total(), address(), chosen.isEmpty())),
                        Arrays.stream(NoticeState.values())
                                .filter(state -> page().count(state) > 0)
                                .map(state -> new Choice(
                                        state,
                                        page().count(state),
                                        address() + "&notices=" + KebabCase.of(state),
                                        chosen.filter(state::equals).isPresent())))
                .toList();
    }

    private long total() {
        return page().counts().values().stream().mapToLong(Long::longValue).sum();
    }

    public String getTyped() {
        return Optional.ofNullable(request.getParameter("q")).map(String::strip).orElse("");
    }

    /** As the address writes it; empty if none is chosen. */
    public String getChosen() {
        return state().map(KebabCase::of).orElse("");
    }

    /** Whether a search is worth its place. */
    public boolean isMany() {
        return total() > PAGE || !getTyped().isEmpty();
    }

    /** Whether the persons are ours to tell. */
    public boolean isOwnController() {
        return page.getBreach().isOwnController();
    }

    /** How many have not been told, and could be mailed. */
    public long getUnsent() {
        return page().count(NoticeState.DRAFT) + page().count(NoticeState.UNMAILABLE);
    }

    public long getQueued() {
        return page().count(NoticeState.QUEUED);
    }

    public long getTold() {
        return page().count(NoticeState.SENT);
    }

    public long getUnmailable() {
        return page().count(NoticeState.UNMAILABLE) + page().count(NoticeState.BOUNCED);
    }

    /** The address of the next page, or null on the last. */
    public String getNext() {
        String narrowed =
                state().map(state -> "&notices=" + KebabCase.of(state)).orElse("");
        String searched = getTyped().isEmpty() ? "" : "&q=" + URLEncoder.encode(getTyped(), StandardCharsets.UTF_8);
        return page().next()
                .map(after -> address() + narrowed + searched + "&notices-after=" + after)
                .orElse(null);
    }

    /** Where all of them are. */
    public String getAll() {
        return address();
    }

    public String say(Reason one) {
        return one.in(words.texts().language());
    }

    public String draftNext() {
        int begun = notifying.draftNext(page.getId());
        saying.done("notice.done.drafted", begun);
        return here();
    }

    public String draftToPersons() {
        List<UUID> begun = notifying.draftToPersons(page.getId(), words.texts().language());
        saying.done("notice.done.drafted", begun.size());
        return begun.size() == 1 ? "/breach/notice?faces-redirect=true&id=" + begun.get(0) : here();
    }

    public String sendAll() {
        int queued = notifying.tellAll(page.getId(), reason);
        saying.done("notice.done.queued", queued);
        return here();
    }

    private String here() {
        return page.back("notices");
    }

    private NoticeRecords.Page page() {
        if (found == null) {
            found = records.page(
                    page.getId(), new NoticeFilter(state().map(Set::of).orElse(Set.of()), getTyped()), after(), PAGE);
        }
        return found;
    }

    /** What is not understood does not narrow. */
    private Optional<NoticeState> state() {
        try {
            return Optional.ofNullable(request.getParameter("notices"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> KebabCase.read(NoticeState.class, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<UUID> after() {
        return Optional.ofNullable(request.getParameter("notices-after")).map(NoticesSection::uuid);
    }

    private String address() {
        return page.href("notices");
    }

    static UUID uuid(String text) {
        return Ids.read(text, "notice.refusal.unknown");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
