package app.countersign.kernel.web;

import app.countersign.kernel.Ids;
import app.countersign.kernel.NotFound;
import jakarta.el.ELException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UICommand;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.FacesEvent;

/**
 * What the buttons in the rows of a list do. Faces knows a button by the position of its row, and where the list has
 * changed since the page was made, another row stands there. So the button sends its row's id, and this, which stands
 * beside the list and shows nothing, acts on what has that id, wherever its row is by now.
 *
 * <pre>{@code
 * <cs:row-act id="cancel" action="#{page.cancel(meant)}"/>
 * … <cs:row-button does="cancel" row="#{one.id()}" text="#{msg['export.list.cancel']}"/>
 * }</pre>
 *
 * It stands outside of forms, since its id is the name of the buttons.
 */
@FacesComponent("countersign.RowAct")
public class RowAct extends UICommand {

    private static final String MEANT = "meant";
    private static final String GONE = "kernel.row-gone";

    public RowAct() {
        setRendererType(null);
    }

    @Override
    public void decode(FacesContext faces) {
        if (sent(faces) != null) {
            queueEvent(new ActionEvent(faces, this));
        }
    }

    /** What is not there any more, or is nothing that the person may know of, is told on top of the list. */
    @Override
    public void broadcast(FacesEvent event) {
        FacesContext faces = event.getFacesContext();
        try {
            faces.getExternalContext().getRequestMap().put(MEANT, Ids.read(sent(faces), GONE));
            super.broadcast(event);
        } catch (NotFound | ELException | FacesException e) {
            if (Mishaps.find(e, NotFound.class) == null) {
                throw e;
            }
            CDI.current().select(Saying.class).get().wrong(GONE);
        }
    }

    private String sent(FacesContext faces) {
        return faces.getExternalContext().getRequestParameterMap().get(getClientId(faces));
    }
}
