package app.countersign.announcement;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.NotFound;
import app.countersign.mail.Outbox;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.Engagements;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looking announced changes up. Changes nothing. */
@Stateless
public class AnnouncementRecords {

    private static final int LARGEST_PAGE = 200;

    @Inject
    private Announcements announcements;

    @Inject
    private Engagements engagements;

    @Inject
    private Outbox outbox;

    @Inject
    private CallersRemit remit;

    /** @param next what to ask with for the page after this one; empty on the last */
    public record Page<T>(List<T> items, Optional<UUID> next) {}

    /**
     * A change, and how it stands.
     *
     * @param processor the name of the organisation that announces
     * @param counts how many controllers, by state
     */
    public record Row(Announcement change, String processor, Map<AnswerState, Long> counts) {

        public long count(AnswerState state) {
            return counts.getOrDefault(state, 0L);
        }

        public long inHand() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What proves that a controller was told: the mail, and with which words the server took it over. */
    public record Proof(ChangeNotice notice, Optional<Outbox.Sent> mail) {}

    /** The newest first.
     *
     * @param after the last of the page before
     * @param limit at most 200 */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Page<Row> page(Optional<UUID> processor, Optional<UUID> after, int limit) {
        int size = size(limit);
        List<Announcement> found = announcements.page(processor, after.map(announcements::require), size + 1);
        List<Row> rows = found.stream().limit(size).map(this::row).toList();
        return new Page<>(
                rows,
                found.size() > size ? Optional.of(rows.get(size - 1).change().id()) : Optional.empty());
    }

    private Row row(Announcement change) {
        return new Row(
                change,
                engagements
                        .processor(change.processorId())
                        .map(Organisation::name)
                        .orElse(""),
                announcements.counts(change.id()));
    }

    /** @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Row change(UUID id) {
        return row(announcements.require(id));
    }

    /** The controllers told, by name, each with what proves it.
     *
     * @param states any of these; empty for all
     * @param after the last of the page before
     * @param limit at most 200 */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Page<Proof> notices(UUID id, Set<AnswerState> states, String text, Optional<UUID> after, int limit) {
        announcements.require(id);
        int size = size(limit);
        Set<AnswerState> asked = states.isEmpty() ? EnumSet.allOf(AnswerState.class) : states;
        Optional<ChangeNotice> last = after.map(one -> Optional.ofNullable(announcements.lookNotice(one))
                .filter(notice -> notice.changeId().equals(id))
                .orElseThrow(() -> NotFound.because("announcement.refusal.unknown")));
        List<ChangeNotice> found = announcements.notices(id, asked, text == null ? "" : text.strip(), last, size + 1);
        List<Proof> items = found.stream()
                .limit(size)
                .map(notice -> new Proof(notice, notice.mailId().flatMap(outbox::sent)))
                .toList();
        return new Page<>(
                items,
                found.size() > size ? Optional.of(items.get(size - 1).notice().id()) : Optional.empty());
    }

    private static int size(int limit) {
        return Math.min(Math.max(limit, 1), LARGEST_PAGE);
    }

    /** Whether the caller answers for that processor. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public boolean covers(UUID processor) {
        return remit.covers(processor);
    }
}
