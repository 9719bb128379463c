package app.countersign.desk.web;

import app.countersign.access.web.Me;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The rooms that the person may enter, for the navigation. */
@Named
@RequestScoped
public class Rooms {

    /** @param name the room's key in the desk's words
     * @param path its first page
     * @param icon of PrimeIcons
     * @param roles who may enter, separated by spaces; empty for everyone */
    public record Room(String name, String path, String icon, String roles) {

        /** The room whose activities its pages call, where an account may be kept out of it; empty for pages of all. */
        String activities() {
            return switch (name) {
                case "desk", "verification" -> "";
                case "template" -> "contract";
                case "deletion" -> "retention";
                default -> name;
            };
        }

        String view() {
            return (path.equals("/") ? "/index" : path) + ".xhtml";
        }
    }

    /** @param name the key of its heading in the desk's words; the first one has none */
    public record Group(String name, List<Room> rooms) {}

    static final List<Group> ALL = List.of(
            new Group(
                    "",
                    List.of(
                            new Room("desk", "/", "inbox", ""),
                            new Room("contract", "/contract/list", "file-edit", "legal signatory dpo auditor"),
                            new Room("inbox", "/inbox/list", "sign-in", "legal"),
                            new Room("mail", "/mail/list", "envelope", "legal administrator"),
                            new Room("breach", "/breach/list", "exclamation-triangle", "dpo legal auditor"),
                            new Room("inquiry", "/inquiry/list", "question-circle", "dpo legal auditor"),
                            new Room("deadline", "/deadline/list", "clock", "legal signatory dpo auditor"),
                            new Room("retention", "/retention/list", "trash", "dpo administrator auditor"),
                            new Room("deletion", "/deletion/list", "eraser", "legal dpo auditor"))),
            new Group(
                    "registers",
                    List.of(
                            new Room("party", "/party/list", "building", "legal signatory dpo auditor"),
                            new Room("template", "/template/list", "book", ""),
                            new Room("subprocessor", "/sub-processor/list", "sitemap", "legal signatory dpo auditor"),
                            new Room("processing", "/processing/view", "list", "legal dpo auditor"),
                            new Room("measure", "/measure/list", "check-square", "dpo legal auditor administrator"))),
            new Group(
                    "proof",
                    List.of(
                            new Room("export", "/export/list", "download", "dpo legal auditor administrator"),
                            new Room("trail", "/trail/list", "history", "auditor dpo administrator"),
                            new Room("accesslog", "/access-log/list", "eye", "auditor dpo administrator"),
                            new Room("fact", "/fact/list", "shield", "auditor dpo administrator"),
                            new Room("verification", "/verify", "verified", ""))),
            new Group(
                    "operation",
                    List.of(
                            new Room("importing", "/importing/view", "file-import", "legal dpo"),
                            new Room("account", "/account/list", "users", "administrator"),
                            new Room("backup", "/backup/list", "database", "administrator dpo auditor"),
                            new Room("webhook", "/webhook/list", "bell", "administrator dpo"))));

    @Inject
    private Me me;

    /** Those that hold a room for the person. */
    public List<Group> getGroups() {
        return ALL.stream()
                .map(group -> new Group(
                        group.name(),
                        group.rooms().stream().filter(this::isOpen).toList()))
                .filter(group -> !group.rooms().isEmpty())
                .toList();
    }

    private boolean isOpen(Room room) {
        return (room.roles().isEmpty() || me.may(room.roles()))
                && (room.activities().isEmpty() || me.opens(room.activities()));
    }

    /** Whether the page that is shown belongs to that room: lies in the same folder, or is its page. */
    public boolean isHere(Room room) {
        String here = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        int folder = room.view().lastIndexOf('/') + 1;
        return folder > 1 ? here.startsWith(room.view().substring(0, folder)) : here.equals(room.view());
    }
}
