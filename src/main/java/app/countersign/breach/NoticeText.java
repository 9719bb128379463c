package app.countersign.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The words of a notice as somebody wrote them, or as they were told; each version is kept. */
@Entity
@Table(name = "breach_notice_text")
@IdClass(NoticeText.Key.class)
public class NoticeText {

    @Id
    @Column(name = "notice_id")
    private UUID noticeId;

    @Id
    private int no;

    private String subject;
    private String body;

    /** Of the application's own words at that time: where they read otherwise now, the facts have changed. */
    @Column(name = "basis_sha256")
    private String basis;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "written_by")
    private String writtenBy;

    protected NoticeText() {}

    NoticeText(UUID noticeId, int no, NoticeWords words, NoticeWords basis, Instant now, String by) {
        this.noticeId = noticeId;
        this.no = no;
        this.subject = words.subject();
        this.body = words.body();
        this.basis = basis.sha256();
        this.writtenAt = now;
        this.writtenBy = by;
    }

    /** From 1. */
    public int no() {
        return no;
    }

    /** Whether it was written over other words of the application than these. */
    boolean isOlderThan(NoticeWords own) {
        return !basis.equals(own.sha256());
    }

    public NoticeWords words() {
        return new NoticeWords(subject, body);
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public String writtenBy() {
        return writtenBy;
    }

    /** Which notice, which version. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID noticeId;
        private int no;

        public Key() {}

        Key(UUID noticeId, int no) {
            this.noticeId = noticeId;
            this.no = no;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && noticeId.equals(key.noticeId) && no == key.no;
        }

        @Override
        public int hashCode() {
            return Objects.hash(noticeId, no);
        }
    }
}
