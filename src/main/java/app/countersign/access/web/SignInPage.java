package app.countersign.access.web;

import app.countersign.access.Remembering;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** {@code /sign-in}: user name and password, and on to where the person wanted to go. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private Remembering remembering;

    @Inject
    private Words words;

    private String userName;
    private String password;
    private String then;

    public void signIn() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (remembering.signIn(userName, password)) {
            faces.getExternalContext().redirect(destination());
        } else {
            faces.addMessage(
                    null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words.get("access.sign-in.refused"), null));
        }
    }

    /** Only a path of this application: a link must not lead a person who just signed in to somewhere else. */
    private String destination() {
        return then != null && then.matches("/(?!/)[^\\\\\\p{Cntrl}]*") ? then : "/";
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String userName) {
        this.userName = userName;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getThen() {
        return then;
    }

    public void setThen(String then) {
        this.then = then;
    }
}
