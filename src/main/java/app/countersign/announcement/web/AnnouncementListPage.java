package app.countersign.announcement.web;

import app.countersign.announcement.AnnouncementRecords;
import app.countersign.kernel.Ids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** {@code /announcement/list}: announced changes, the newest first. */
@Named
@RequestScoped
public class AnnouncementListPage {

    private static final int SIZE = 50;

    @Inject
    private AnnouncementRecords records;

    @Inject
    private HttpServletRequest request;

    private AnnouncementRecords.Page<AnnouncementRecords.Row> page;

    public List<AnnouncementRecords.Row> getRows() {
        return page().items();
    }

    private AnnouncementRecords.Page<AnnouncementRecords.Row> page() {
        if (page == null) {
            page = records.page(Optional.empty(), Ids.maybe(request.getParameter("after")), SIZE);
        }
        return page;
    }

    public boolean isFirst() {
        return Ids.maybe(request.getParameter("after")).isEmpty();
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return page().next().map(last -> "/announcement/list?after=" + last).orElse(null);
    }
}
