package app.countersign.inquiry.web;

import app.countersign.inquiry.Inquiry;
import app.countersign.inquiry.InquiryDesk;
import app.countersign.inquiry.InquiryKind;
import app.countersign.inquiry.InquiryState;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** {@code /inquiry/list}: inquiries, the newest first, with what narrows them in the address. */
@Named
@RequestScoped
public class InquiryListPage {

    private static final String HERE = "/inquiry/list";
    private static final int SIZE = 50;

    /** A filter that can be clicked. */
    public record Chip(String text, String href, boolean here) {}

    @Inject
    private InquiryDesk desk;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private InquiryDesk.Page page;

    public List<Inquiry> getRows() {
        return page().items();
    }

    private InquiryDesk.Page page() {
        if (page == null) {
            page = desk.page(state(), before(), SIZE);
        }
        return page;
    }

    public String kind(InquiryKind kind) {
        return kind.label().in(words.texts().language());
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        OptionalLong next = page().next();
        return next.isEmpty()
                ? null
                : HERE + "?state=" + state().map(KebabCase::of).orElse("") + "&before=" + next.getAsLong();
    }

    public boolean isFirst() {
        return before().isEmpty();
    }

    public List<Chip> getStates() {
        Chip all = new Chip(words.get("inquiry.list.all"), HERE, state().isEmpty());
        Stream<Chip> each = Arrays.stream(InquiryState.values())
                .map(one -> new Chip(
                        one.label().in(words.texts().language()),
                        HERE + "?state=" + KebabCase.of(one),
                        state().filter(one::equals).isPresent()));
        return Stream.concat(Stream.of(all), each).toList();
    }

    public boolean isNarrowed() {
        return state().isPresent() || !isFirst();
    }

    private Optional<InquiryState> state() {
        String word = request.getParameter("state");
        return Arrays.stream(InquiryState.values())
                .filter(one -> KebabCase.of(one).equals(word))
                .findFirst();
    }

    private OptionalLong before() {
        String before = request.getParameter("before");
        return before != null && before.matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(before))
                : OptionalLong.empty();
    }
}
