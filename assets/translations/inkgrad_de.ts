<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>A convnet learns from MNIST&apos;s digits and pen strokes, augmented, to read what people draw: about {seconds} seconds on one processor core.</source>
        <translation>Ein Convnet lernt an augmentierten MNIST-Ziffern und Stiftstrichen zu lesen, was Menschen zeichnen: etwa {seconds} Sekunden auf einem Prozessorkern.</translation>
    </message>
    <message>
        <source>A copy that computes on it: pipx install {source} (Train &gt; Compute with another Python… lets this window use it)</source>
        <translation>Eine Fassung, die darauf rechnet: pipx install {source} (mit Trainieren &gt; Mit anderem Python rechnen … nutzt sie dieses Fenster)</translation>
    </message>
    <message>
        <source>A drawing needs a label: type what it shows.</source>
        <translation>Eine Zeichnung braucht ein Label: Geben Sie ein, was sie zeigt.</translation>
    </message>
    <message>
        <source>A label has at most {most} characters: choose a shorter one.</source>
        <translation>Ein Label hat höchstens {most} Zeichen: Wählen Sie ein kürzeres.</translation>
    </message>
    <message>
        <source>A layer can&apos;t have {value} neurons: type {low} to {high}.</source>
        <translation>Eine Schicht kann nicht {value} Neuronen haben: Geben Sie {low} bis {high} ein.</translation>
    </message>
    <message>
        <source>A line can&apos;t be {width} px wide: choose more than 0, up to 20.</source>
        <translation>Eine Linie kann nicht {width} px breit sein: Wählen Sie mehr als 0, höchstens 20.</translation>
    </message>
    <message>
        <source>A network of small filters that reads 99 of 100 unseen digits correctly after one epoch.</source>
        <translation>Ein Netz aus kleinen Filtern, das nach einer Epoche 99 von 100 nie gesehenen Ziffern richtig liest.</translation>
    </message>
    <message>
        <source>A newer version of Inkgrad keeps its runs here: this version shows them but keeps and changes none. Update it.</source>
        <translation>Eine neuere Version von Inkgrad bewahrt hier ihre Läufe auf: Diese Version zeigt sie, bewahrt aber keine auf und ändert keine. Aktualisieren Sie sie.</translation>
    </message>
    <message numerus="yes">
        <source>After {batches} batch(es) the loss exploded: {causes}</source>
        <translation>
            <numerusform>Nach {batches} Batch ist der Verlust explodiert: {causes}</numerusform>
            <numerusform>Nach {batches} Batches ist der Verlust explodiert: {causes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After {batches} batch(es) the loss is no longer a number: {causes}</source>
        <translation>
            <numerusform>Nach {batches} Batch ist der Verlust keine Zahl mehr: {causes}</numerusform>
            <numerusform>Nach {batches} Batches ist der Verlust keine Zahl mehr: {causes}</numerusform>
        </translation>
    </message>
    <message>
        <source>An image must consist of numbers, not {kind}.</source>
        <translation>Ein Bild muss aus Zahlen bestehen, nicht aus {kind}.</translation>
    </message>
    <message>
        <source>An image must have the shape (height, width) or (height, width, channels), not {shape}.</source>
        <translation>Ein Bild muss die Form (Höhe, Breite) oder (Höhe, Breite, Kanäle) haben, nicht {shape}.</translation>
    </message>
    <message>
        <source>An image&apos;s rows must all be the same length.</source>
        <translation>Die Zeilen eines Bildes müssen alle gleich lang sein.</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU: torch found no usable GPU</source>
        <translation>CPU: torch hat keine nutzbare GPU gefunden</translation>
    </message>
    <message>
        <source>CPU: {gpu} can&apos;t do everything this training needs</source>
        <translation>CPU: {gpu} kann nicht alles, was dieses Training braucht</translation>
    </message>
    <message>
        <source>CPU: {gpu} is here, but CUDA can&apos;t reach it: check its driver</source>
        <translation>CPU: {gpu} ist da, aber CUDA erreicht sie nicht: Prüfen Sie ihren Treiber</translation>
    </message>
    <message>
        <source>CPU: {gpu} is here, but this copy of Inkgrad has a torch without CUDA</source>
        <translation>CPU: {gpu} ist da, aber dieses Inkgrad rechnet mit einem torch ohne CUDA</translation>
    </message>
    <message>
        <source>CPU: {gpu} is present, but torch can&apos;t use it</source>
        <translation>CPU: {gpu} ist vorhanden, aber torch kann nicht darauf rechnen</translation>
    </message>
    <message>
        <source>CPU: {gpu} ran out of memory</source>
        <translation>CPU: {gpu} hatte zu wenig Speicher</translation>
    </message>
    <message>
        <source>Chapter 4 exactly as written: 40 epochs of plain gradient descent on 3s and 7s.</source>
        <translation>Kapitel 4, genau wie im Buch: 40 Epochen einfacher Gradientenabstieg auf 3en und 7en.</translation>
    </message>
    <message>
        <source>Check “{setting}” first. {problem}</source>
        <translation>Prüfen Sie zuerst „{setting}“. {problem}</translation>
    </message>
    <message numerus="yes">
        <source>Done after {epochs} epoch(s) and {seconds} s.</source>
        <translation>
            <numerusform>Fertig nach {epochs} Epoche und {seconds} s.</numerusform>
            <numerusform>Fertig nach {epochs} Epochen und {seconds} s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drawings, 0 to 9</source>
        <translation>Zeichnungen, 0–9</translation>
    </message>
    <message>
        <source>Expected a uint8 array of shape {wanted}, not {found}: prepare images with engine.prepare_image.</source>
        <translation>Erwartet wird ein uint8-Array der Form {wanted}, nicht {found}: Bereiten Sie Bilder mit engine.prepare_image vor.</translation>
    </message>
    <message>
        <source>Exporting to ONNX needs the package {package}, which isn&apos;t installed: install it with pip install &quot;inkgrad[onnx]&quot;.</source>
        <translation>Zum Exportieren nach ONNX fehlt das Paket {package}: Installieren Sie es mit pip install &quot;inkgrad[onnx]&quot;.</translation>
    </message>
    <message>
        <source>GPU {name}</source>
        <translation>GPU {name}</translation>
    </message>
    <message>
        <source>Grey paper: the contrast of all {n} images was stretched to light ink on black.</source>
        <translation>Graues Papier: Der Kontrast aller {n} Bilder wurde auf helle Tinte auf Schwarz gespreizt.</translation>
    </message>
    <message>
        <source>IDX files can only store classes that are numbers or single characters, and {name!r} is neither: save as folders, CSV or .npz.</source>
        <translation>IDX-Dateien können nur Klassen enthalten, die Zahlen oder einzelne Zeichen sind, und {name!r} ist keines davon: Speichern Sie als Ordner, CSV oder .npz.</translation>
    </message>
    <message>
        <source>IDX files, plain or compressed</source>
        <translation>IDX-Dateien, komprimiert oder nicht</translation>
    </message>
    <message>
        <source>Images must be uint8 (N, 28, 28), not {found}: prepare them with engine.prepare_image.</source>
        <translation>Bilder müssen uint8 (N, 28, 28) sein, nicht {found}: Bereiten Sie sie mit engine.prepare_image vor.</translation>
    </message>
    <message>
        <source>Images of {height} × {width} pixels: scaled to 28 × 28.</source>
        <translation>Bilder von {height} × {width} Pixeln: auf 28 × 28 skaliert.</translation>
    </message>
    <message>
        <source>Inkgrad isn&apos;t installed in {path}: pipx install {source} makes an environment with it.</source>
        <translation>In {path} ist Inkgrad nicht installiert: pipx install {source} legt eine Umgebung damit an.</translation>
    </message>
    <message>
        <source>Inkgrad&apos;s background process isn&apos;t running: press “Try again” first.</source>
        <translation>Der Hintergrundprozess von Inkgrad läuft nicht: Drücken Sie zuerst „Noch einmal“.</translation>
    </message>
    <message numerus="yes">
        <source>Interrupted after {epochs} epoch(s) and {seconds} s.</source>
        <translation>
            <numerusform>Unterbrochen nach {epochs} Epoche und {seconds} s.</numerusform>
            <numerusform>Unterbrochen nach {epochs} Epochen und {seconds} s.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is damaged or isn&apos;t a run. Export it again.</source>
        <translation>Er ist beschädigt oder kein Lauf. Exportieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>It learns nothing: {causes}</source>
        <translation>Es lernt nichts: {causes}</translation>
    </message>
    <message>
        <source>It was saved by a newer version of Inkgrad. Update yours.</source>
        <translation>Er wurde mit einer neueren Version von Inkgrad gespeichert. Aktualisieren Sie Ihre.</translation>
    </message>
    <message>
        <source>Kaggle competitions, labelling tools</source>
        <translation>Kaggles Wettbewerbe, Programme zum Beschriften</translation>
    </message>
    <message>
        <source>Kaggle&apos;s Digit Recognizer and MNIST in CSV, OpenML, UCI&apos;s optical digits</source>
        <translation>Kaggles Digit Recognizer und MNIST als CSV, OpenML, die optischen Ziffern der UCI</translation>
    </message>
    <message>
        <source>Keras&apos;s mnist.npz, KMNIST, MedMNIST, numpy.savez</source>
        <translation>mnist.npz von Keras, KMNIST, MedMNIST, numpy.savez</translation>
    </message>
    <message>
        <source>LIBSVM text</source>
        <translation>LIBSVM-Text</translation>
    </message>
    <message>
        <source>Light paper: all {n} images were inverted to light ink on black.</source>
        <translation>Helles Papier: Alle {n} Bilder wurden zu heller Tinte auf Schwarz umgekehrt.</translation>
    </message>
    <message>
        <source>Line {line} of the questions can&apos;t be read: begin with ? a question, with - or * its wrong or right choice, with = an accepted answer, with ! why it is so.</source>
        <translation>Zeile {line} der Fragen ist nicht zu lesen: Eine Frage beginnt mit ?, eine falsche oder die richtige Antwort zur Auswahl mit - oder *, eine getippte, die gilt, mit =, und warum es so ist, mit !.</translation>
    </message>
    <message>
        <source>Loading {file} was cancelled: nothing was changed.</source>
        <translation>Das Laden von {file} wurde abgebrochen: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>MNIST, Fashion-MNIST, KMNIST, EMNIST and QMNIST, from their publishers or from torchvision</source>
        <translation>MNIST, Fashion-MNIST, KMNIST, EMNIST und QMNIST, von ihren Herausgebern oder aus torchvision</translation>
    </message>
    <message>
        <source>My drawings contains only the class {name}: keep drawings of another class too, or train on yours together with another dataset.</source>
        <translation>„Meine Zeichnungen“ enthält nur die Klasse {name}: Behalten Sie auch Zeichnungen einer anderen Klasse, oder trainieren Sie mit Ihren und einem anderen Datensatz zusammen.</translation>
    </message>
    <message>
        <source>My drawings has none held out for testing yet: keep a second drawing of a class.</source>
        <translation>In „Meine Zeichnungen“ ist noch keine zum Testen zurückgehalten: Behalten Sie eine zweite Zeichnung einer Klasse.</translation>
    </message>
    <message>
        <source>My drawings is still empty: draw something, label it on the “My drawings” page and keep it.</source>
        <translation>„Meine Zeichnungen“ ist noch leer: Zeichnen Sie etwas, kennzeichnen Sie es auf der Seite „Meine Zeichnungen“, und behalten Sie es.</translation>
    </message>
    <message>
        <source>No image of the class {name} in {file} can be read. The first: {cause}</source>
        <translation>Kein Bild der Klasse {name} in {file} ist lesbar. Das erste: {cause}</translation>
    </message>
    <message>
        <source>No pixel was lighter than {most} of 255: all {n} images were brightened.</source>
        <translation>Kein Pixel war heller als {most} von 255: Alle {n} Bilder wurden aufgehellt.</translation>
    </message>
    <message>
        <source>No weights of the run {name} are kept, so there is no path to show.</source>
        <translation>Vom Lauf {name} sind keine Gewichte aufbewahrt, also gibt es keinen Weg zu zeigen.</translation>
    </message>
    <message>
        <source>NumPy&apos;s .npz, or .npy files</source>
        <translation>NumPys .npz oder .npy-Dateien</translation>
    </message>
    <message>
        <source>Process {place} of {size} can&apos;t continue, as another one ended or its device failed ({reason}). Start the run again.</source>
        <translation>Prozess {place} von {size} kann nicht weitermachen, da ein anderer endete oder dessen Gerät versagte ({reason}). Starten Sie den Lauf noch einmal.</translation>
    </message>
    <message>
        <source>Question {number} is in both {first} and {second}: keep one.</source>
        <translation>Frage {number} steht in {first} und in {second}: Behalten Sie nur eine.</translation>
    </message>
    <message>
        <source>Reads drawings</source>
        <translation>Liest Zeichnungen</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Rows and columns were swapped, as in EMNIST: swapped back.</source>
        <translation>Zeilen und Spalten waren vertauscht wie bei EMNIST: zurückgetauscht.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>Several kept runs are called {name!r}: use the id of the one you mean.</source>
        <translation>Mehrere Läufe heißen {name!r}: Geben Sie die Kennung des gemeinten an.</translation>
    </message>
    <message>
        <source>Something went wrong inside Inkgrad: {error}. Your sketch is kept.</source>
        <translation>In Inkgrad ist etwas schiefgegangen: {error}. Ihre Skizze bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stroke {number} has a point that is not finite; leave such points out.</source>
        <translation>Strich {number} hat einen Punkt, der nicht endlich ist; lassen Sie solche Punkte weg.</translation>
    </message>
    <message>
        <source>Stroke {number} is not a list of (x, y) points: {reason}.</source>
        <translation>Strich {number} ist keine Liste von Punkten (x, y): {reason}.</translation>
    </message>
    <message>
        <source>Stroke {number} must have the shape (N, 2), not {shape}.</source>
        <translation>Strich {number} muss die Form (N, 2) haben, nicht {shape}.</translation>
    </message>
    <message>
        <source>Ten digits, quickly</source>
        <translation>Zehn Ziffern, schnell</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>Das Buch</translation>
    </message>
    <message>
        <source>The book&apos;s network, trained with cross-entropy, momentum and a rate that rises and falls: better after one epoch than the book&apos;s after forty.</source>
        <translation>Das Netz des Buchs, trainiert mit Kreuzentropie, Momentum und einer Rate, die steigt und fällt: nach einer Epoche besser als das des Buchs nach vierzig.</translation>
    </message>
    <message>
        <source>The class {name!r} can&apos;t be used as a folder name: rename it first.</source>
        <translation>Die Klasse {name!r} taugt nicht als Name eines Ordners: Benennen Sie sie erst um.</translation>
    </message>
    <message>
        <source>The class {name!r} would change its name in a table or an array: rename it first, or save as folders.</source>
        <translation>Die Klasse {name!r} bekäme in einer Tabelle oder einem Array einen anderen Namen: Benennen Sie sie zuerst um, oder speichern Sie als Ordner.</translation>
    </message>
    <message>
        <source>The class {name} has no training images to save: add one.</source>
        <translation>Die Klasse {name} hat keine Trainingsbilder zum Speichern: Ergänzen Sie eines.</translation>
    </message>
    <message>
        <source>The classes were taken from the file names: {example} belongs to the class {label}.</source>
        <translation>Die Klassen stammen aus den Dateinamen: {example} gehört zur Klasse {label}.</translation>
    </message>
    <message>
        <source>The description in {file} is garbled. Choose a file that Inkgrad saved.</source>
        <translation>Die Beschreibung in {file} ist unlesbar. Wählen Sie eine Datei, die Inkgrad gespeichert hat.</translation>
    </message>
    <message>
        <source>The description in {file} is wrong: {cause}</source>
        <translation>Die Beschreibung in {file} ist falsch: {cause}</translation>
    </message>
    <message>
        <source>The engine has no function or class {target!r}.</source>
        <translation>Die Engine hat keine Funktion oder Klasse {target!r}.</translation>
    </message>
    <message>
        <source>The environment variable {name} is {value}: start several processes with torchrun, which sets it, or unset it to train in one.</source>
        <translation>Die Umgebungsvariable {name} ist {value}: Starten Sie mehrere Prozesse mit torchrun, das sie selbst setzt, oder entfernen Sie sie, um in einem zu trainieren.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be read: {reason}. Choose another.</source>
        <translation>Der Ordner {folder} lässt sich nicht lesen: {reason}. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The fonts {names} are missing from {folder}. Install the packages that assets/starter/ORIGIN.md names.</source>
        <translation>In {folder} fehlen die Schriften {names}. Installieren Sie die Pakete, die assets/starter/ORIGIN.md nennt.</translation>
    </message>
    <message>
        <source>The hidden layers are {value!r}: type widths such as 100, 50.</source>
        <translation>Die verborgenen Schichten sind {value!r}: Geben Sie Breiten ein, etwa 100, 50.</translation>
    </message>
    <message>
        <source>The image can&apos;t be read: {reason}.</source>
        <translation>Das Bild ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The image has pixels that are not finite numbers (NaN or infinity).</source>
        <translation>Das Bild hat Pixel, die keine endlichen Zahlen sind (NaN oder unendlich).</translation>
    </message>
    <message>
        <source>The image is empty: it has no pixels.</source>
        <translation>Das Bild ist leer: Es hat keine Pixel.</translation>
    </message>
    <message>
        <source>The images lay on their left side: turned upright.</source>
        <translation>Die Bilder lagen auf der linken Seite: aufgerichtet.</translation>
    </message>
    <message>
        <source>The images lay on their right side: turned upright.</source>
        <translation>Die Bilder lagen auf der rechten Seite: aufgerichtet.</translation>
    </message>
    <message>
        <source>The images that the run {name} learned from have changed: its loss can&apos;t be computed any more. Train again on the images of today.</source>
        <translation>Die Bilder, aus denen der Lauf {name} lernte, haben sich geändert: Sein Verlust kann nicht mehr berechnet werden. Trainieren Sie mit den heutigen Bildern neu.</translation>
    </message>
    <message>
        <source>The images were flipped top to bottom: turned back.</source>
        <translation>Oben und unten waren vertauscht: zurückgedreht.</translation>
    </message>
    <message>
        <source>The images were mirrored: mirrored back.</source>
        <translation>Die Bilder waren gespiegelt: zurückgespiegelt.</translation>
    </message>
    <message>
        <source>The images were upside down and mirrored: turned back.</source>
        <translation>Die Bilder standen gespiegelt auf dem Kopf: zurückgedreht.</translation>
    </message>
    <message>
        <source>The images were upside down: turned upright.</source>
        <translation>Die Bilder standen auf dem Kopf: aufgerichtet.</translation>
    </message>
    <message>
        <source>The kept run {name} can&apos;t be changed: {reason}.</source>
        <translation>Der aufbewahrte Lauf {name} lässt sich nicht ändern: {reason}.</translation>
    </message>
    <message>
        <source>The labels 1 to 10 stand for the digits 0 to 9, as in USPS.</source>
        <translation>Die Labels 1 bis 10 stehen für die Ziffern 0 bis 9 wie bei USPS.</translation>
    </message>
    <message>
        <source>The model contains a layer that can&apos;t be exported to ONNX: {layer}. Choose another model.</source>
        <translation>Das Modell enthält eine Schicht, die sich nicht als ONNX exportieren lässt: {layer}. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model from run {run} is no longer kept: train it again.</source>
        <translation>Das Modell aus Lauf {run} ist nicht mehr da: Trainieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model has no layer whose weights can be shown as pictures.</source>
        <translation>Das Modell hat keine Schicht, deren Gewichte sich als Bild zeigen lassen.</translation>
    </message>
    <message>
        <source>The model knows {known} but not {unknown}: choose a model that was trained on this dataset&apos;s classes.</source>
        <translation>Das Modell kennt {known}, aber nicht {unknown}: Wählen Sie ein Modell, das mit den Klassen dieser Daten trainiert wurde.</translation>
    </message>
    <message>
        <source>The moment after batch {step} can&apos;t be shown: {file} is damaged. The other moments of the run are there.</source>
        <translation>Der Moment nach Batch {step} lässt sich nicht zeigen: {file} ist beschädigt. Die anderen Momente des Laufs sind da.</translation>
    </message>
    <message>
        <source>The numbers are from {low} to {high}: the lowest is taken as black.</source>
        <translation>Die Zahlen gehen von {low} bis {high}: Die kleinste gilt als Schwarz.</translation>
    </message>
    <message>
        <source>The paper is light in {n} of {images} images and dark in the others: separate them.</source>
        <translation>In {n} von {images} Bildern ist das Papier hell, in den übrigen dunkel: Trennen Sie sie.</translation>
    </message>
    <message numerus="yes">
        <source>The pen strokes are not UCI&apos;s pendigits-orig.tra: they are {digits} digit(s), sha256 {found}. Use the file that assets/starter/ORIGIN.md names.</source>
        <translation>
            <numerusform>Die Striche sind nicht pendigits-orig.tra der UCI, sondern {digits} Ziffer, sha256 {found}. Nehmen Sie die Datei, die assets/starter/ORIGIN.md nennt.</numerusform>
            <numerusform>Die Striche sind nicht pendigits-orig.tra der UCI, sondern {digits} Ziffern, sha256 {found}. Nehmen Sie die Datei, die assets/starter/ORIGIN.md nennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The processes that train together can&apos;t reach each other: {reason}. Start them with torchrun.</source>
        <translation>Die Prozesse, die gemeinsam trainieren, finden einander nicht: {reason}. Starten Sie sie mit torchrun.</translation>
    </message>
    <message>
        <source>The run {name} can&apos;t go on: its data has changed, or what was kept of it is damaged. Train again.</source>
        <translation>Der Lauf {name} kann nicht weitergehen: Seine Daten haben sich geändert, oder was von ihm aufbewahrt wurde, ist beschädigt. Trainieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The run {name} is in progress: stop it first.</source>
        <translation>Der Lauf {name} ist im Gange: Stoppen Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>The run {name} was not copied to {folder}. {why}</source>
        <translation>Der Lauf {name} wurde nicht nach {folder} kopiert. {why}</translation>
    </message>
    <message>
        <source>The run {name} was not imported, nor was any other. {why}</source>
        <translation>Der Lauf {name} wurde nicht importiert, und auch kein anderer. {why}</translation>
    </message>
    <message>
        <source>The source of {target} is not included in this copy of Inkgrad: read it on the web, or install Inkgrad from source.</source>
        <translation>Der Quelltext von {target} liegt dieser Kopie von Inkgrad nicht bei: Lesen Sie ihn im Web, oder installieren Sie Inkgrad aus dem Quelltext.</translation>
    </message>
    <message>
        <source>The system refused: {reason}.</source>
        <translation>Das System hat abgelehnt: {reason}.</translation>
    </message>
    <message>
        <source>The window can&apos;t open, because no screen can be reached: {reason}. Start Inkgrad on a desktop, or check DISPLAY and QT_QPA_PLATFORM; inkgrad --help lists what needs no window.</source>
        <translation>Das Fenster lässt sich nicht öffnen, weil kein Bildschirm erreichbar ist: {reason}. Starten Sie Inkgrad auf einem Desktop, oder prüfen Sie DISPLAY und QT_QPA_PLATFORM; inkgrad --help nennt, was kein Fenster braucht.</translation>
    </message>
    <message>
        <source>The window can&apos;t open: {reason}. Install Qt&apos;s system libraries.</source>
        <translation>Das Fenster lässt sich nicht öffnen: {reason}. Installieren Sie die Systembibliotheken von Qt.</translation>
    </message>
    <message>
        <source>There are no training images of {name} to average: add some.</source>
        <translation>Von {name} gibt es keine Trainingsbilder zum Mitteln: Ergänzen Sie einige.</translation>
    </message>
    <message>
        <source>There is no kept run {name!r}: `inkgrad runs` lists them.</source>
        <translation>Es gibt keinen Lauf {name!r}: `inkgrad runs` nennt alle.</translation>
    </message>
    <message>
        <source>There is no starter network {name!r}: choose one of {names}.</source>
        <translation>Ein Startnetz {name!r} gibt es nicht: Wählen Sie eines von {names}.</translation>
    </message>
    <message>
        <source>There is no trained network yet: press “Train” first.</source>
        <translation>Es gibt noch kein trainiertes Netz: Drücken Sie zuerst „Trainieren“.</translation>
    </message>
    <message>
        <source>There isn&apos;t enough memory. Close other programs or use less data.</source>
        <translation>Der Speicher reicht nicht. Schließen Sie andere Programme, oder nehmen Sie weniger Daten.</translation>
    </message>
    <message>
        <source>There was no validation set: {n} of {images}, a fifth of each class, are held out.</source>
        <translation>Es gab keine Validierungsdaten: {n} von {images}, ein Fünftel jeder Klasse, sind zurückgehalten.</translation>
    </message>
    <message>
        <source>This command&apos;s output can&apos;t be written: {reason}. Send it to another place.</source>
        <translation>Die Ausgabe dieses Befehls lässt sich nicht schreiben: {reason}. Leiten Sie sie an einen anderen Ort.</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t have enough memory for it: choose a smaller batch size or model.</source>
        <translation>Der Speicher dieses Rechners reicht dafür nicht: Wählen Sie eine kleinere Batchgröße oder ein kleineres Modell.</translation>
    </message>
    <message>
        <source>This computer has no device {name!r}: choose auto or one of {names}.</source>
        <translation>Dieser Rechner hat kein Gerät {name!r}: Wählen Sie auto oder eines von {names}.</translation>
    </message>
    <message>
        <source>This exact drawing is already kept as {label}: draw another one.</source>
        <translation>Genau diese Zeichnung ist schon als {label} behalten: Zeichnen Sie eine andere.</translation>
    </message>
    <message>
        <source>This run can&apos;t be kept: {reason}. The run goes on.</source>
        <translation>Dieser Lauf kann nicht aufbewahrt werden: {reason}. Er geht aber weiter.</translation>
    </message>
    <message>
        <source>This training needs {needed} MB of memory or more, but only {free} MB is free: choose fewer or narrower layers or a smaller batch size, or close other programs.</source>
        <translation>Dieses Training braucht {needed} MB Speicher oder mehr, aber nur {free} MB sind frei: Wählen Sie weniger oder schmalere Schichten oder kleinere Batches, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Training {model} on {images} of {dataset} ({device})</source>
        <translation>{model} lernt aus {images}: {dataset} ({device})</translation>
    </message>
    <message>
        <source>Turned, slanted and thickened digits teach the book&apos;s network to read what people draw.</source>
        <translation>Gedrehte, geneigte und verdickte Ziffern bringen dem Netz des Buchs bei, zu lesen, was Menschen zeichnen.</translation>
    </message>
    <message>
        <source>Type a number from {low} to {high}.</source>
        <translation>Geben Sie eine Zahl von {low} bis {high} ein.</translation>
    </message>
    <message>
        <source>USPS and MNIST from LIBSVM&apos;s dataset page</source>
        <translation>USPS und MNIST von der Datensatzseite von LIBSVM</translation>
    </message>
    <message>
        <source>a folder per class: train/3/*.png, valid/3/*.png</source>
        <translation>ein Ordner je Klasse: train/3/*.png, valid/3/*.png</translation>
    </message>
    <message>
        <source>a learning rate of {lr} is too high, and each step jumps over the valley. Try {better}.</source>
        <translation>Eine Lernrate von {lr} ist zu groß, und jeder Schritt springt über das Tal. Versuchen Sie {better}.</translation>
    </message>
    <message>
        <source>a learning rate of {lr} is too low. Try {better}.</source>
        <translation>Eine Lernrate von {lr} ist zu klein. Versuchen Sie {better}.</translation>
    </message>
    <message>
        <source>a link leads back to itself</source>
        <translation>eine Verknüpfung führt zu sich selbst zurück</translation>
    </message>
    <message>
        <source>a newer version of Inkgrad saved this lesson. Update yours.</source>
        <translation>Eine neuere Version von Inkgrad hat diese Lektion gespeichert. Aktualisieren Sie Ihre.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number in it is too long</source>
        <translation>eine Zahl darin ist zu lang</translation>
    </message>
    <message>
        <source>a part of its path is not a folder</source>
        <translation>ein Teil des Pfades ist kein Ordner</translation>
    </message>
    <message>
        <source>a point must be finite, found {found!r}</source>
        <translation>ein Punkt muss endlich sein, gefunden: {found!r}</translation>
    </message>
    <message>
        <source>a stroke begins before the first .SEGMENT</source>
        <translation>ein Strich beginnt vor dem ersten .SEGMENT</translation>
    </message>
    <message>
        <source>a table with one row of pixels per image: CSV, ARFF, text</source>
        <translation>eine Tabelle mit einer Zeile Pixel je Bild: CSV, ARFF, Text</translation>
    </message>
    <message>
        <source>a weight decay of {decay} undoes all that the weights learn. Set it to 0.</source>
        <translation>Ein Gewichtsabbau von {decay} macht alles zunichte, was die Gewichte lernen. Setzen Sie ihn auf 0.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>alles in Ordnung</translation>
    </message>
    <message>
        <source>all weights started at zero, so no neuron can become different from the others. Start with random ones.</source>
        <translation>Alle Gewichte begannen bei null, daher kann kein Neuron anders werden als die anderen. Beginnen Sie mit zufälligen.</translation>
    </message>
    <message>
        <source>check that the labels belong to the images.</source>
        <translation>Prüfen Sie, ob die Labels zu den Bildern gehören.</translation>
    </message>
    <message>
        <source>config is {value!r}: it must be an object, in braces.</source>
        <translation>config ist {value!r}: Es muss ein Objekt sein, in geschweiften Klammern.</translation>
    </message>
    <message>
        <source>config.hidden is {value!r}: it must be a list of widths.</source>
        <translation>config.hidden ist {value!r}: Es muss eine Liste von Breiten sein.</translation>
    </message>
    <message>
        <source>config.{cause}</source>
        <translation>config.{cause}</translation>
    </message>
    <message>
        <source>dataset is empty: use a name such as mnist_sample, or a path.</source>
        <translation>dataset ist leer: Geben Sie einen Namen wie mnist_sample oder einen Pfad.</translation>
    </message>
    <message>
        <source>device is {value!r}: choose auto, cpu, cuda, cuda:&lt;n&gt; or mps.</source>
        <translation>device ist {value!r}: Wählen Sie auto, cpu, cuda, cuda:&lt;n&gt; oder mps.</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}, training loss {train_loss}, validation loss {valid_loss}, accuracy {accuracy}</source>
        <translation>Epoche {epoch} von {epochs}, Trainingsverlust {train_loss}, Validierungsverlust {valid_loss}, Genauigkeit {accuracy}</translation>
    </message>
    <message>
        <source>epoch {epoch}, loss {loss}</source>
        <translation>Epoche {epoch}, Verlust {loss}</translation>
    </message>
    <message>
        <source>expected .SEGMENT DIGIT &lt;n&gt; ? &quot;&lt;label&gt;&quot;, found {found!r}</source>
        <translation>erwartet .SEGMENT DIGIT &lt;n&gt; ? &quot;&lt;label&gt;&quot;, gefunden {found!r}</translation>
    </message>
    <message>
        <source>expected a point as &apos;x y&apos;, found {found!r}</source>
        <translation>erwartet einen Punkt als &apos;x y&apos;, gefunden {found!r}</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>fast.ai&apos;s MNIST_SAMPLE, Kaggle, scans of your own</source>
        <translation>MNIST_SAMPLE von fast.ai, Kaggle, eigene Scans</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>format is {version!r}: it must be {format}.</source>
        <translation>format ist {version!r}: Es muss {format} sein.</translation>
    </message>
    <message>
        <source>hardly any slope reaches the first layer. Use ReLU, cross-entropy and momentum.</source>
        <translation>Bei der ersten Schicht kommt kaum Gefälle an. Verwenden Sie ReLU, Kreuzentropie und Momentum.</translation>
    </message>
    <message numerus="yes">
        <source>hidden has {layers} layer(s): use 1 to 20 widths.</source>
        <translation>
            <numerusform>hidden hat {layers} Schicht: Geben Sie 1 bis 20 Breiten an.</numerusform>
            <numerusform>hidden hat {layers} Schichten: Geben Sie 1 bis 20 Breiten an.</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden is {value!r}: use the widths of the layers, as in (100, 50).</source>
        <translation>hidden ist {value!r}: Geben Sie die Breiten der Schichten an, etwa (100, 50).</translation>
    </message>
    <message>
        <source>images with a table of their classes: images/, labels.csv</source>
        <translation>Bilder mit einer Tabelle ihrer Klassen: images/, labels.csv</translation>
    </message>
    <message>
        <source>images with the class in their names: 3_0012.png</source>
        <translation>Bilder mit der Klasse im Namen: 3_0012.png</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>interrupted at batch {step}</source>
        <translation>bei Batch {step} unterbrochen</translation>
    </message>
    <message>
        <source>it already exists</source>
        <translation>gibt es schon</translation>
    </message>
    <message>
        <source>it comes with Inkgrad</source>
        <translation>liegt Inkgrad bei</translation>
    </message>
    <message>
        <source>it contains definitions that no sketch needs</source>
        <translation>sie enthält Definitionen, die keine Skizze braucht</translation>
    </message>
    <message>
        <source>it contains drawings of yours</source>
        <translation>enthält eigene Zeichnungen</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>it is a pipe or a device, not a file</source>
        <translation>es ist eine Pipe oder ein Gerät, keine Datei</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>es ist beschädigt</translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation>wird gerade verwendet</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>it is too large for a sketch</source>
        <translation>sie ist zu groß für eine Skizze</translation>
    </message>
    <message>
        <source>it isn&apos;t a sketch saved by Inkgrad. Save the drawing as a PNG and open that</source>
        <translation>sie ist keine von Inkgrad gespeicherte Skizze. Speichern Sie die Zeichnung als PNG, und öffnen Sie dieses</translation>
    </message>
    <message>
        <source>it isn&apos;t exported progress, or it is damaged</source>
        <translation>es ist kein exportierter Fortschritt, oder es ist beschädigt</translation>
    </message>
    <message>
        <source>it may have {most} classes at most, with names of {longest} characters at most.</source>
        <translation>Es kann höchstens {most} Klassen haben, mit Namen von höchstens {longest} Zeichen.</translation>
    </message>
    <message>
        <source>it needs at least two different classes.</source>
        <translation>Er braucht mindestens zwei verschiedene Klassen.</translation>
    </message>
    <message>
        <source>it was saved by a newer version of Inkgrad. Update yours.</source>
        <translation>Eine neuere Version von Inkgrad hat es gespeichert. Aktualisieren Sie Ihre.</translation>
    </message>
    <message>
        <source>its classes must be a list of names.</source>
        <translation>Die Klassen müssen eine Liste von Namen sein.</translation>
    </message>
    <message>
        <source>its format must be a whole number, 1 or more.</source>
        <translation>Sein Format muss eine ganze Zahl ab 1 sein.</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>its {name} must be a number.</source>
        <translation>{name} muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>its {name} must be from {low} to {high}.</source>
        <translation>{name} muss von {low} bis {high} reichen.</translation>
    </message>
    <message>
        <source>its {name} must be text.</source>
        <translation>{name} muss Text sein.</translation>
    </message>
    <message>
        <source>lessons must name no lesson twice, and {most} at most.</source>
        <translation>lessons darf keine Lektion zweimal nennen und höchstens {most}.</translation>
    </message>
    <message>
        <source>no settings differ</source>
        <translation>keine Einstellung unterscheidet sich</translation>
    </message>
    <message>
        <source>no such file or folder</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>pages must name at least one page, and none twice.</source>
        <translation>pages muss mindestens eine Seite nennen und keine zweimal.</translation>
    </message>
    <message>
        <source>pages names {page!r}, which doesn&apos;t exist: choose from {pages}.</source>
        <translation>pages nennt {page!r}, das es nicht gibt: Wählen Sie aus {pages}.</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>question {number} can&apos;t be asked: give it question, and choices with right, or accept, or neither. Its fields are {names}.</source>
        <translation>Frage {number} kann nicht gestellt werden: Sie braucht question, dazu choices mit right, oder accept, oder keines von beiden. Ihre Felder sind {names}.</translation>
    </message>
    <message>
        <source>question {number} needs 2 to {most} different choices, one of them right: marked with * in the dialog, in a file by right, its place counted from 0.</source>
        <translation>Frage {number} braucht 2 bis {most} verschiedene Antworten zur Auswahl, davon eine richtige: im Dialog mit * gekennzeichnet, in einer Datei mit right, ihrem Platz, von 0 an gezählt.</translation>
    </message>
    <message>
        <source>question {number} was asked before: reword it, or leave it out.</source>
        <translation>Die Frage {number} kam schon vor: anders formulieren oder weglassen.</translation>
    </message>
    <message>
        <source>question {number}: use texts of {most} characters at most.</source>
        <translation>Frage {number}: Verwenden Sie Texte von höchstens {most} Zeichen.</translation>
    </message>
    <message>
        <source>questions must be a list of {most} at most, in brackets.</source>
        <translation>questions muss eine Liste von höchstens {most} sein, in eckigen Klammern.</translation>
    </message>
    <message>
        <source>reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>results:</source>
        <translation>Ergebnisse:</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>small sets from GitHub, scans of your own</source>
        <translation>kleine Sammlungen von GitHub, eigene Scans</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>text has {length} character(s): use {most} at most.</source>
        <translation>
            <numerusform>text hat {length} Zeichen: Schreiben Sie höchstens {most}.</numerusform>
            <numerusform>text hat {length} Zeichen: Schreiben Sie höchstens {most}.</numerusform>
        </translation>
    </message>
    <message>
        <source>that isn&apos;t permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>the accuracy doesn&apos;t change when a weight moves a little, so as a loss it has no slope to follow. Use a smooth loss.</source>
        <translation>Die Genauigkeit ändert sich nicht, wenn sich ein Gewicht ein wenig bewegt; als Verlust hat sie daher kein Gefälle, dem man folgen könnte. Verwenden Sie einen glatten Verlust.</translation>
    </message>
    <message>
        <source>the disk failed</source>
        <translation>der Datenträger hat versagt</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>das Speicherkontingent ist erschöpft</translation>
    </message>
    <message>
        <source>the folder isn&apos;t empty</source>
        <translation>der Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>the gradients are never zeroed, so each step adds all the earlier ones to its own. Zero them after each step.</source>
        <translation>Die Gradienten werden nie auf null gesetzt, daher kommen bei jedem Schritt alle früheren dazu. Setzen Sie sie nach jedem Schritt auf null.</translation>
    </message>
    <message>
        <source>the initial weights are far too large. Start with small random ones.</source>
        <translation>Die Anfangsgewichte sind viel zu groß. Beginnen Sie mit kleinen zufälligen.</translation>
    </message>
    <message>
        <source>the learning rate is 0, so no weight ever moves. Try {better}.</source>
        <translation>Die Lernrate ist 0, daher bewegt sich kein Gewicht. Versuchen Sie {better}.</translation>
    </message>
    <message>
        <source>the name or the request is not valid</source>
        <translation>der Name oder die Anfrage ist ungültig</translation>
    </message>
    <message>
        <source>the names of its classes must be printable text.</source>
        <translation>Die Namen seiner Klassen müssen darstellbarer Text sein.</translation>
    </message>
    <message>
        <source>these settings differ:</source>
        <translation>diese Einstellungen unterscheiden sich:</translation>
    </message>
    <message numerus="yes">
        <source>title has {length} character(s): use 1 to {most}.</source>
        <translation>
            <numerusform>title hat {length} Zeichen: Verwenden Sie 1 bis {most}.</numerusform>
            <numerusform>title hat {length} Zeichen: Verwenden Sie 1 bis {most}.</numerusform>
        </translation>
    </message>
    <message>
        <source>title is missing: give the lesson one.</source>
        <translation>title fehlt: Geben Sie der Lektion einen Titel.</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>used today</source>
        <translation>heute verwendet</translation>
    </message>
    <message numerus="yes">
        <source>used {n} day(s) ago</source>
        <translation>
            <numerusform>zuletzt vor {n} Tag verwendet</numerusform>
            <numerusform>zuletzt vor {n} Tagen verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>wrong: {problem}</source>
        <translation>Problem: {problem}</translation>
    </message>
    <message>
        <source>{dataset}: {train} images for training, {valid} for validation</source>
        <translation>{dataset}: {train} Bilder zum Trainieren, {valid} zum Validieren</translation>
    </message>
    <message>
        <source>{device}, as chosen</source>
        <translation>{device}, wie gewählt</translation>
    </message>
    <message>
        <source>{epoch}, drawn digits {share}</source>
        <translation>{epoch}, gezeichnete Ziffern {share}</translation>
    </message>
    <message>
        <source>{file} and its labels contain no images: download them again.</source>
        <translation>{file} und die Labels dazu enthalten keine Bilder: Laden Sie beide noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} belongs to what this command reads: write to another place.</source>
        <translation>{file} gehört zu dem, was dieser Befehl liest: Schreiben Sie an einen anderen Ort.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be opened: {cause}.</source>
        <translation>{file} lässt sich nicht öffnen: {cause}.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read ({reason}), so it was put aside as {aside}: check its permissions.</source>
        <translation>{file} lässt sich nicht lesen ({reason}) und wurde als {aside} beiseitegelegt: Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read ({reason}): check its permissions.</source>
        <translation>{file} lässt sich nicht lesen ({reason}): Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read ({reason}): choose a {suffix} file.</source>
        <translation>{file} ist nicht lesbar ({reason}): Wählen Sie eine {suffix}-Datei.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read: {reason}.</source>
        <translation>{file} ließ sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be removed ({reason}): check its permissions.</source>
        <translation>{file} lässt sich nicht entfernen ({reason}): Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written ({reason}): choose another place or free some space.</source>
        <translation>{file} lässt sich nicht schreiben ({reason}): Wählen Sie einen anderen Ort, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written ({reason}): choose another place.</source>
        <translation>{file} lässt sich nicht schreiben ({reason}): Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written ({reason}): free some space or check its permissions.</source>
        <translation>{file} lässt sich nicht schreiben ({reason}): Schaffen Sie Platz, oder prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}.</source>
        <translation>{file} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{file} claims to have {size} bytes, more than Inkgrad reads: split it.</source>
        <translation>{file} will {size} Bytes haben, mehr als Inkgrad liest: Teilen Sie die Datei.</translation>
    </message>
    <message>
        <source>{file} contains another archive, {name}: unpack the outer one first.</source>
        <translation>{file} enthält ein weiteres Archiv, {name}: Entpacken Sie zuerst das äußere.</translation>
    </message>
    <message>
        <source>{file} contains both {first} and {second}: keep one dataset per folder.</source>
        <translation>{file} enthält {first} und auch {second}: Lassen Sie nur einen Datensatz in einem Ordner.</translation>
    </message>
    <message>
        <source>{file} contains more than {most} images: use some of them.</source>
        <translation>{file} enthält mehr als {most} Bilder: Nehmen Sie einen Teil davon.</translation>
    </message>
    <message>
        <source>{file} contains no arrays: save it again with numpy.savez.</source>
        <translation>{file} enthält keine Arrays: Speichern Sie es noch einmal mit numpy.savez.</translation>
    </message>
    <message>
        <source>{file} contains no digits: no line begins with .SEGMENT DIGIT.</source>
        <translation>{file} enthält keine Ziffern: Keine Zeile beginnt mit .SEGMENT DIGIT.</translation>
    </message>
    <message>
        <source>{file} contains no images: choose a folder or an archive with train/&lt;class&gt;/*.png and valid/&lt;class&gt;/*.png.</source>
        <translation>{file} enthält keine Bilder: Wählen Sie einen Ordner oder ein Archiv mit train/&lt;Klasse&gt;/*.png und valid/&lt;Klasse&gt;/*.png.</translation>
    </message>
    <message>
        <source>{file} contains over a million files: choose a smaller archive.</source>
        <translation>{file} enthält über eine Million Dateien: Wählen Sie ein kleineres Archiv.</translation>
    </message>
    <message>
        <source>{file} contains over a million files: choose the dataset&apos;s own folder.</source>
        <translation>{file} enthält über eine Million Dateien: Wählen Sie nur den Ordner des Datensatzes.</translation>
    </message>
    <message>
        <source>{file} contains pickled Python objects, which aren&apos;t read because they could run a program: save numbers.</source>
        <translation>{file} enthält Python-Objekte (pickle), die nicht gelesen werden, weil sie ein Programm ausführen könnten: Speichern Sie Zahlen.</translation>
    </message>
    <message>
        <source>{file} contains several datasets. Choose one by adding its name to the path: {choices}.</source>
        <translation>{file} enthält mehrere Datensätze. Wählen Sie einen, indem Sie seinen Namen an den Pfad hängen: {choices}.</translation>
    </message>
    <message>
        <source>{file} contains two different files named {name!r}: pack the dataset again.</source>
        <translation>{file} enthält zwei verschiedene Dateien namens {name!r}: Packen Sie den Datensatz noch einmal.</translation>
    </message>
    <message>
        <source>{file} contains weights but doesn&apos;t say for which model. Choose a file that Inkgrad saved.</source>
        <translation>{file} enthält Gewichte, sagt aber nicht, für welches Modell. Wählen Sie eine Datei, die Inkgrad gespeichert hat.</translation>
    </message>
    <message>
        <source>{file} contains weights that are no longer numbers: its training diverged. Train the model again at a lower learning rate.</source>
        <translation>{file} enthält Gewichte, die keine Zahlen mehr sind: Sein Training hat divergiert. Trainieren Sie das Modell noch einmal mit kleinerer Lernrate.</translation>
    </message>
    <message>
        <source>{file} contains {member!r}, which is a link or a device: pack the dataset again without it.</source>
        <translation>{file} enthält {member!r}, eine Verknüpfung oder ein Gerät: Packen Sie den Datensatz noch einmal ohne.</translation>
    </message>
    <message>
        <source>{file} contains {member!r}, which points outside it: don&apos;t trust this archive; get the dataset from another source.</source>
        <translation>{file} enthält {member!r}, das aus dem Archiv hinausführt: Trauen Sie ihm nicht, und laden Sie den Datensatz aus einer anderen Quelle.</translation>
    </message>
    <message>
        <source>{file} couldn&apos;t be written: {reason}.</source>
        <translation>{file} ließ sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{file} doesn&apos;t exist: check its name.</source>
        <translation>{file} gibt es nicht: Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>{file} doesn&apos;t exist: choose a folder or an archive of images, or one of {names}.</source>
        <translation>{file} gibt es nicht: Wählen Sie einen Ordner oder ein Archiv mit Bildern oder eines von {names}.</translation>
    </message>
    <message>
        <source>{file} doesn&apos;t fit the {model} for {classes} classes that it claims to be: it contains {name} too. Save the model again.</source>
        <translation>{file} passt nicht zu dem {model} für {classes} Klassen, das es zu sein angibt: {name} ist zu viel darin. Speichern Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{file} doesn&apos;t fit the {model} for {classes} classes that it claims to be: it lacks {name}. Save the model again.</source>
        <translation>{file} passt nicht zu dem {model} für {classes} Klassen, das es zu sein angibt: {name} fehlt. Speichern Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{file} doesn&apos;t fit the {model} for {classes} classes that it claims to be: {name} has shape {found}, not {wanted}. Save the model again.</source>
        <translation>{file} passt nicht zu dem {model} für {classes} Klassen, das es zu sein angibt: {name} hat die Form {found}, nicht {wanted}. Speichern Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{file} has IDX files but no {name}: add the missing one.</source>
        <translation>{file} hat IDX-Dateien, aber keine {name}: Fügen Sie die fehlende hinzu.</translation>
    </message>
    <message>
        <source>{file} has labels from {low} to {high}: they must be 0 to {last}.</source>
        <translation>{file} hat Labels von {low} bis {high}: Erlaubt sind 0 bis {last}.</translation>
    </message>
    <message>
        <source>{file} has no train folder: put the training images in train/&lt;class&gt;/.</source>
        <translation>{file} hat keinen Ordner train: Legen Sie die Trainingsbilder in train/&lt;Klasse&gt;/.</translation>
    </message>
    <message>
        <source>{file} has no training images: add some.</source>
        <translation>{file} hat keine Trainingsbilder: Fügen Sie welche hinzu.</translation>
    </message>
    <message>
        <source>{file} has no validation images: add some.</source>
        <translation>{file} hat keine Validierungsbilder: Fügen Sie welche hinzu.</translation>
    </message>
    <message>
        <source>{file} has only one image of {name} and no validation folder: at least two different ones are needed, so add more.</source>
        <translation>{file} hat nur ein Bild von {name} und keinen Validierungsordner: Es müssen mindestens zwei verschiedene sein. Fügen Sie weitere hinzu.</translation>
    </message>
    <message>
        <source>{file} has only the class {name}: add a folder with images of another class.</source>
        <translation>{file} hat nur die Klasse {name}: Fügen Sie einen Ordner mit Bildern einer anderen hinzu.</translation>
    </message>
    <message>
        <source>{file} has only the class {name}: it takes at least two to learn a difference.</source>
        <translation>{file} hat nur die Klasse {name}: Für einen Unterschied braucht es zwei.</translation>
    </message>
    <message>
        <source>{file} has pixels without a value, NaN: leave their images out, or write 0 there.</source>
        <translation>{file} enthält Pixel ohne Wert (NaN): Lassen Sie deren Bilder weg, oder schreiben Sie dort 0.</translation>
    </message>
    <message>
        <source>{file} has the arrays {names}, and it isn&apos;t clear which are images and labels: call them x_train, y_train, x_test and y_test.</source>
        <translation>{file} enthält die Arrays {names}, und es ist nicht klar, welche davon Bilder und Labels sind: Nennen Sie sie x_train, y_train, x_test und y_test.</translation>
    </message>
    <message>
        <source>{file} has the class {name} for validation but not for training: add train/{name}, or remove it from the validation folder.</source>
        <translation>{file} hat die Klasse {name} nur zum Validieren, nicht zum Trainieren: Ergänzen Sie train/{name}, oder entfernen Sie sie aus dem Validierungsordner.</translation>
    </message>
    <message>
        <source>{file} has the label {label}, which is missing from the training set: use files that belong together.</source>
        <translation>{file} hat das Label {label}, das in den Trainingsdaten fehlt: Nehmen Sie Dateien, die zusammengehören.</translation>
    </message>
    <message>
        <source>{file} has the same class twice among {classes}: give each its own name.</source>
        <translation>{file} hat eine Klasse doppelt unter {classes}: Geben Sie jeder einen eigenen Namen.</translation>
    </message>
    <message>
        <source>{file} has the shape {shape}, which isn&apos;t that of images: use N × height × width, or N × pixels for square images.</source>
        <translation>{file} hat die Form {shape}, die zu keinen Bildern passt: Verwenden Sie N × Höhe × Breite oder bei quadratischen Bildern N × Pixel.</translation>
    </message>
    <message>
        <source>{file} has too many pixels: make it smaller or remove it.</source>
        <translation>{file} hat zu viele Pixel: Verkleinern oder entfernen Sie das Bild.</translation>
    </message>
    <message>
        <source>{file} has values from {low} to {high}, which can&apos;t be grey levels: use 0 to 255, or 0 to 1.</source>
        <translation>{file} hat Werte von {low} bis {high}, das können keine Graustufen sein: Verwenden Sie 0 bis 255 oder 0 bis 1.</translation>
    </message>
    <message>
        <source>{file} has {images} images but {labels} labels: use arrays that belong together.</source>
        <translation>{file} hat {images} Bilder, aber {labels} Labels: Nehmen Sie Arrays, die zusammengehören.</translation>
    </message>
    <message>
        <source>{file} has {n} classes, and Inkgrad takes at most {most}: check that the labels are classes.</source>
        <translation>{file} hat {n} Klassen, und Inkgrad nimmt höchstens {most}: Prüfen Sie, ob die Labels Klassen sind.</translation>
    </message>
    <message numerus="yes">
        <source>{file} has {n} row(s) that can&apos;t be read, the first on line {line}: check the table.</source>
        <translation>
            <numerusform>{file} hat {n} Zeile, die nicht lesbar ist, in Zeile {line}: Prüfen Sie die Tabelle.</numerusform>
            <numerusform>{file} hat {n} Zeilen, die nicht lesbar sind, die erste in Zeile {line}: Prüfen Sie die Tabelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is a pickle, which isn&apos;t opened because it can run its author&apos;s code. Save the model as .safetensors instead.</source>
        <translation>{file} ist ein Pickle, das fremden Code ausführen kann, und wird deshalb nicht geöffnet. Speichern Sie das Modell stattdessen als .safetensors.</translation>
    </message>
    <message>
        <source>{file} is a pipe or a device, neither a file nor a folder: choose a folder or an archive.</source>
        <translation>{file} ist eine Pipe oder ein Gerät, weder Datei noch Ordner: Wählen Sie einen Ordner oder ein Archiv.</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}), and can&apos;t be put aside either.</source>
        <translation>{file} ist beschädigt ({reason}) und lässt sich auch nicht umbenennen.</translation>
    </message>
    <message>
        <source>{file} is damaged inside its archive: download the archive again.</source>
        <translation>{file} ist im Archiv beschädigt: Laden Sie das Archiv noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} is damaged or incomplete: download it again.</source>
        <translation>{file} ist beschädigt oder unvollständig: Laden Sie die Datei noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} is damaged or isn&apos;t a model file. Choose a .safetensors file saved by Inkgrad.</source>
        <translation>{file} ist beschädigt oder kein Modell. Wählen Sie eine .safetensors-Datei, die Inkgrad gespeichert hat.</translation>
    </message>
    <message>
        <source>{file} is damaged or, despite its name, not an image: repair or remove it.</source>
        <translation>{file} ist beschädigt oder trotz des Namens kein Bild: Reparieren oder entfernen Sie die Datei.</translation>
    </message>
    <message>
        <source>{file} is damaged, encrypted or, despite its name, not an archive: download it again.</source>
        <translation>{file} ist beschädigt, verschlüsselt oder trotz des Namens kein Archiv: Laden Sie die Datei noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} is damaged. It was put aside as {aside}.</source>
        <translation>{file} ist beschädigt. Die Datei heißt jetzt {aside}.</translation>
    </message>
    <message>
        <source>{file} is damaged: it says which class each folder contains. Repair it, or remove it to use the folder names instead.</source>
        <translation>{file} ist beschädigt: Darin steht, welche Klasse jeder Ordner enthält. Reparieren Sie die Datei, oder entfernen Sie sie; dann gelten die Namen der Ordner.</translation>
    </message>
    <message>
        <source>{file} is damaged: {name} contains {found}, not {wanted}. Save the model again.</source>
        <translation>{file} ist beschädigt: {name} enthält {found} statt {wanted}. Speichern Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>{file} is in a format that Inkgrad doesn&apos;t read, because it can run a program or needs one: save the images as .npz, as CSV or in folders.</source>
        <translation>{file} hat ein Format, das Inkgrad nicht liest, weil es ein Programm ausführen kann oder eines braucht: Speichern Sie die Bilder als .npz, als CSV oder in Ordnern.</translation>
    </message>
    <message>
        <source>{file} is incomplete: download it again.</source>
        <translation>{file} ist unvollständig: Laden Sie die Datei noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} is larger than a gigabyte: split or remove it.</source>
        <translation>{file} ist größer als ein Gigabyte: Teilen oder entfernen Sie die Datei.</translation>
    </message>
    <message>
        <source>{file} is left out: {reason}. Ask for a new export.</source>
        <translation>{file} wird ausgelassen: {reason}. Bitten Sie um einen neuen Export.</translation>
    </message>
    <message>
        <source>{file} is longer than its header says: download it again.</source>
        <translation>{file} ist länger als im Kopf angegeben: Laden Sie die Datei noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} is missing: put the data next to the lesson, in {folder}.</source>
        <translation>{file} fehlt: Legen Sie die Daten neben die Lektion, in {folder}.</translation>
    </message>
    <message>
        <source>{file} is not UNIPEN text: byte {place} is not ASCII.</source>
        <translation>{file} ist kein UNIPEN-Text: Byte {place} ist nicht ASCII.</translation>
    </message>
    <message>
        <source>{file} is not a dataset: choose a folder, an archive, a table of pixels or a .npz.</source>
        <translation>{file} ist kein Datensatz: Wählen Sie einen Ordner, ein Archiv, eine Tabelle von Pixeln oder eine .npz-Datei.</translation>
    </message>
    <message>
        <source>{file} is not a lesson: it must be a JSON object, in braces.</source>
        <translation>{file} ist keine Lektion: Es muss ein JSON-Objekt in geschweiften Klammern sein.</translation>
    </message>
    <message>
        <source>{file} is not a lesson: line {line}, column {column} isn&apos;t JSON ({reason}). Correct it there, or download the file again.</source>
        <translation>{file} ist keine Lektion: Zeile {line}, Spalte {column} ist kein JSON ({reason}). Korrigieren Sie die Stelle, oder laden Sie die Datei noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} is not a lesson: {reason}. Correct it, or download the file again.</source>
        <translation>{file} ist keine Lektion: {reason}. Korrigieren Sie die Datei, oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} is not an IDX file of bytes: download it again, or remove it.</source>
        <translation>{file} ist keine IDX-Datei aus Bytes: Laden Sie sie noch einmal herunter, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>{file} is not empty: choose a new or empty folder.</source>
        <translation>{file} ist nicht leer: Wählen Sie einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
        <source>{file} is so dark that its numbers would be read as a smaller range: save as folders.</source>
        <translation>{file} ist so dunkel, dass die Zahlen als kleinerer Bereich gelesen würden: Speichern Sie als Ordner.</translation>
    </message>
    <message>
        <source>{file} is too large to be a lesson: choose a {suffix} file.</source>
        <translation>{file} ist zu groß für eine Lektion: Wählen Sie eine {suffix}-Datei.</translation>
    </message>
    <message>
        <source>{file} is too large to be a pupil&apos;s progress: leave it out.</source>
        <translation>{file} ist zu groß für den Fortschritt eines Schülers: Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>{file} is too large to be an Inkgrad model. Choose another file.</source>
        <translation>{file} ist zu groß für ein Modell von Inkgrad. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{file} is too large. Reduce it to less than {megapixels} megapixels first.</source>
        <translation>{file} ist zu groß. Verkleinern Sie das Bild erst auf weniger als {megapixels} Megapixel.</translation>
    </message>
    <message>
        <source>{file} isn&apos;t a readable image. Choose a PNG or JPEG.</source>
        <translation>{file} ist kein lesbares Bild. Wählen Sie ein PNG oder JPEG.</translation>
    </message>
    <message>
        <source>{file} isn&apos;t the file that the publisher of {name} provides, so it was removed: try again later.</source>
        <translation>{file} ist nicht die Datei, die der Herausgeber von {name} bereitstellt, und wurde entfernt: Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{file} takes far longer to decode than an image of its size should. Save it as a PNG.</source>
        <translation>{file} zu lesen dauert viel länger als bei einem Bild dieser Größe üblich. Speichern Sie es als PNG.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {megabytes} megabytes: split it, or use a smaller file.</source>
        <translation>{file} enthält entpackt mehr als {megabytes} Megabyte: Teilen Sie es, oder nehmen Sie ein kleineres.</translation>
    </message>
    <message>
        <source>{file} unpacks to {megabytes} megabytes or more, too much for an archive of its size: if you trust it, unpack it yourself and choose the folder.</source>
        <translation>{file} ist entpackt {megabytes} Megabyte groß oder größer, zu viel für ein Archiv dieser Größe: Wenn Sie ihm trauen, entpacken Sie es selbst, und wählen Sie den Ordner.</translation>
    </message>
    <message>
        <source>{file} was not written: the training diverged and the weights are no longer numbers. Train again at a lower learning rate.</source>
        <translation>{file} wurde nicht geschrieben: Das Training hat divergiert, und die Gewichte sind keine Zahlen mehr. Trainieren Sie noch einmal mit kleinerer Lernrate.</translation>
    </message>
    <message>
        <source>{file} would be too large for a lesson: shorten its text.</source>
        <translation>{file} würde für eine Lektion zu groß: Kürzen Sie den Text.</translation>
    </message>
    <message>
        <source>{file}, [words]: {name} is {value!r}: use text in quotes.</source>
        <translation>{file}, [words]: {name} ist {value!r}: Geben Sie einen Text in Anführungszeichen an.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {cause}.</source>
        <translation>{file}, Zeile {line}: {cause}.</translation>
    </message>
    <message>
        <source>{file}: a question&apos;s number is {value!r}: use a whole number.</source>
        <translation>{file}: Die Nummer einer Frage ist {value!r}: Geben Sie eine ganze Zahl an.</translation>
    </message>
    <message>
        <source>{file}: name the text &lt;order&gt;_&lt;name&gt;.toml, such as 030_sgd.toml.</source>
        <translation>{file}: Nennen Sie den Text &lt;Reihenfolge&gt;_&lt;Name&gt;.toml, etwa 030_sgd.toml.</translation>
    </message>
    <message>
        <source>{file}: no ink can be seen in it</source>
        <translation>{file}: Darin ist keine Tinte zu sehen</translation>
    </message>
    <message>
        <source>{file}: no ink can be seen in it. Choose another image.</source>
        <translation>{file}: Darin ist keine Tinte zu sehen. Wählen Sie ein anderes Bild.</translation>
    </message>
    <message>
        <source>{file}: not a digit I know ({label} at {share})</source>
        <translation>{file}: keine Ziffer, die ich kenne ({label} mit {share})</translation>
    </message>
    <message>
        <source>{file}: not a digit but several things: crop the image to one of them, or use --several where they are up to 12 digits</source>
        <translation>{file}: keine Ziffer, sondern mehrere Dinge: Schneiden Sie das Bild auf eines davon zu, oder nehmen Sie --several, wo es bis zu 12 Ziffern sind</translation>
    </message>
    <message>
        <source>{file}: nothing I know ({label} at {share})</source>
        <translation>{file}: nichts, was ich kenne ({label} mit {share})</translation>
    </message>
    <message>
        <source>{file}: {bytes} bytes written</source>
        <translation>{file}: {bytes} Bytes geschrieben</translation>
    </message>
    <message>
        <source>{file}: {cause}</source>
        <translation>{file}: {cause}</translation>
    </message>
    <message>
        <source>{file}: {image} is not in a class folder: put every image in train/&lt;class&gt;/ or valid/&lt;class&gt;/.</source>
        <translation>{file}: {image} liegt in keinem Ordner einer Klasse: Legen Sie jedes Bild in train/&lt;Klasse&gt;/ oder valid/&lt;Klasse&gt;/.</translation>
    </message>
    <message>
        <source>{file}: {label} ({shares} sure)</source>
        <translation>{file}: {label} (zu {shares} sicher)</translation>
    </message>
    <message>
        <source>{file}: {label} ({share} sure)</source>
        <translation>{file}: {label} (zu {share} sicher)</translation>
    </message>
    <message>
        <source>{first} Besides, {then}</source>
        <translation>{first} Außerdem: {then}</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be read ({reason}): choose a folder.</source>
        <translation>{folder} ist nicht zu lesen ({reason}): Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>{folder} contains more than {most} different questions, and {file} the most of them: leave that file out, or choose a class&apos;s folder.</source>
        <translation>In {folder} stehen mehr als {most} verschiedene Fragen, die meisten davon in {file}: Lassen Sie diese Datei weg, oder wählen Sie den Ordner einer Klasse.</translation>
    </message>
    <message>
        <source>{folder} contains more than {most} files: choose a class&apos;s folder.</source>
        <translation>In {folder} liegen mehr als {most} Dateien: Wählen Sie den Ordner einer Klasse.</translation>
    </message>
    <message>
        <source>{folder} contains no exports: put the .json or .csv files there.</source>
        <translation>In {folder} liegt kein exportierter Fortschritt: Legen Sie die .json- oder .csv-Dateien dorthin.</translation>
    </message>
    <message numerus="yes">
        <source>{folder} has no labels, so its {n} image(s) (was|were) ignored.</source>
        <translation>
            <numerusform>{folder} hat keine Labels, darum blieb das {n} Bild darin unbeachtet.</numerusform>
            <numerusform>{folder} hat keine Labels, darum blieben die {n} Bilder darin unbeachtet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{folder} isn&apos;t needed, so its {n} image(s) (was|were) ignored.</source>
        <translation>
            <numerusform>{folder} wird nicht gebraucht, darum blieb das {n} Bild darin unbeachtet.</numerusform>
            <numerusform>{folder} wird nicht gebraucht, darum blieben die {n} Bilder darin unbeachtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder}: no runs are kept here</source>
        <translation>{folder}: Hier sind keine Läufe aufbewahrt</translation>
    </message>
    <message>
        <source>{folder}: no runs are there. Choose a folder to which runs were exported.</source>
        <translation>{folder}: Hier sind keine Läufe. Wählen Sie einen Ordner, in den Läufe exportiert wurden.</translation>
    </message>
    <message>
        <source>{folder}: {megabytes} MB of {limit} MB</source>
        <translation>{folder}: {megabytes} MB von {limit} MB</translation>
    </message>
    <message>
        <source>{gpu}: the fastest device here</source>
        <translation>{gpu}: das schnellste Gerät hier</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached, or the connection was lost: check the network and try again. What was downloaded so far is kept.</source>
        <translation>{host} ist nicht zu erreichen, oder die Verbindung ging verloren: Prüfen Sie das Netz, und versuchen Sie es noch einmal. Was schon heruntergeladen ist, bleibt.</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t provide {file} (status {status}): try again later.</source>
        <translation>{host} stellt {file} nicht bereit (Status {status}): Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{images_file} has {images} but {labels_file} has {labels}: use files that belong together.</source>
        <translation>{images_file} hat {images}, aber {labels_file} hat {labels}: Nehmen Sie Dateien, die zusammengehören.</translation>
    </message>
    <message numerus="yes">
        <source>{images} image(s) need(s|) int64 labels of shape ({images},), not {found}: give each image one label.</source>
        <translation>
            <numerusform>{images} Bild braucht int64-Labels der Form ({images},), nicht {found}: Geben Sie jedem Bild ein Label.</numerusform>
            <numerusform>{images} Bilder brauchen int64-Labels der Form ({images},), nicht {found}: Geben Sie jedem Bild ein Label.</numerusform>
        </translation>
    </message>
    <message>
        <source>{ink} of 255</source>
        <translation>{ink} von 255</translation>
    </message>
    <message>
        <source>{label!r} contains characters that can&apos;t be shown: type another.</source>
        <translation>{label!r} enthält Zeichen, die nicht dargestellt werden können: Geben Sie etwas anderes ein.</translation>
    </message>
    <message>
        <source>{layers} hidden layers are too many: type up to {most} widths.</source>
        <translation>{layers} verborgene Schichten sind zu viele: Geben Sie höchstens {most} Breiten ein.</translation>
    </message>
    <message>
        <source>{megabytes} MB removed</source>
        <translation>{megabytes} MB entfernt</translation>
    </message>
    <message>
        <source>{model} on {dataset}, epoch {epoch} of {epochs}, {accuracy}, {standing}</source>
        <translation>{model} mit {dataset}, Epoche {epoch} von {epochs}, {accuracy}, {standing}</translation>
    </message>
    <message>
        <source>{name!r} is in it twice</source>
        <translation>{name!r} steht zweimal darin</translation>
    </message>
    <message>
        <source>{name!r} is unknown: leave it out, or use one of {names}.</source>
        <translation>{name!r} ist unbekannt: Lassen Sie es weg, oder nehmen Sie eines von {names}.</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} ({n} digits)</source>
        <translation>{name} ({n} Ziffern)</translation>
    </message>
    <message>
        <source>{name} contains a character that can&apos;t be shown: remove it.</source>
        <translation>{name} enthält ein Zeichen, das sich nicht zeigen lässt: Entfernen Sie es.</translation>
    </message>
    <message>
        <source>{name} has not been downloaded yet: choose it in the window, in the menu Data &gt; More data.</source>
        <translation>{name} ist noch nicht heruntergeladen: Wählen Sie es im Fenster, im Menü Daten &gt; Weitere Daten.</translation>
    </message>
    <message>
        <source>{name} is not a number</source>
        <translation>{name} ist keine Zahl</translation>
    </message>
    <message>
        <source>{name} is {value!r}: choose True or False.</source>
        <translation>{name} ist {value!r}: Wählen Sie True oder False.</translation>
    </message>
    <message>
        <source>{name} is {value!r}: choose a number from {low} to {high}.</source>
        <translation>{name} ist {value!r}: Wählen Sie eine Zahl von {low} bis {high}.</translation>
    </message>
    <message>
        <source>{name} is {value!r}: choose a whole number from {low} to {high}.</source>
        <translation>{name} ist {value!r}: Wählen Sie eine ganze Zahl von {low} bis {high}.</translation>
    </message>
    <message>
        <source>{name} is {value!r}: choose one of {choices}.</source>
        <translation>{name} ist {value!r}: Wählen Sie eines von {choices}.</translation>
    </message>
    <message>
        <source>{name} is {value!r}: it must be a list of names.</source>
        <translation>{name} ist {value!r}: Es muss eine Liste von Namen sein.</translation>
    </message>
    <message>
        <source>{name} is {value!r}: it must be {kind}.</source>
        <translation>{name} ist {value!r}: Es muss {kind} sein.</translation>
    </message>
    <message>
        <source>{name}: copied to {folder}</source>
        <translation>{name}: nach {folder} kopiert</translation>
    </message>
    <message>
        <source>{name}: deleted</source>
        <translation>{name}: gelöscht</translation>
    </message>
    <message>
        <source>{name}: imported</source>
        <translation>{name}: importiert</translation>
    </message>
    <message>
        <source>{name}: is here already</source>
        <translation>{name}: ist schon hier</translation>
    </message>
    <message numerus="yes">
        <source>{n} class(es) (has|have) fewer than {least} training images: {classes}.</source>
        <translation>
            <numerusform>{n} Klasse hat weniger als {least} Trainingsbilder: {classes}.</numerusform>
            <numerusform>{n} Klassen haben weniger als {least} Trainingsbilder: {classes}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} class(es) (has|have) no validation images: {classes}.</source>
        <translation>
            <numerusform>{n} Klasse hat keine Validierungsbilder: {classes}.</numerusform>
            <numerusform>{n} Klassen haben keine Validierungsbilder: {classes}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} damaged file(s) (was|were) left out: {files}.</source>
        <translation>
            <numerusform>{n} beschädigte Datei wurde weggelassen: {files}.</numerusform>
            <numerusform>{n} beschädigte Dateien wurden weggelassen: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} file(s) (is|are) in the archive twice and (was|were) read once: {files}.</source>
        <translation>
            <numerusform>{n} Datei steht doppelt im Archiv und wurde einmal gelesen: {files}.</numerusform>
            <numerusform>{n} Dateien stehen doppelt im Archiv und wurden einmal gelesen: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} file(s) listed in the table (is|are) missing: {files}.</source>
        <translation>
            <numerusform>{n} Datei aus der Tabelle fehlt: {files}.</numerusform>
            <numerusform>{n} Dateien aus der Tabelle fehlen: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} file(s) whose class isn&apos;t clear (was|were) left out: {files}.</source>
        <translation>
            <numerusform>{n} Datei, deren Klasse nicht klar ist, wurde weggelassen: {files}.</numerusform>
            <numerusform>{n} Dateien, deren Klasse nicht klar ist, wurden weggelassen: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} image(s)</source>
        <translation>
            <numerusform>{n} Bild</numerusform>
            <numerusform>{n} Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} image(s) (is|are) blank.</source>
        <translation>
            <numerusform>{n} Bild ist leer.</numerusform>
            <numerusform>{n} Bilder sind leer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} image(s) (is|are) not in the table and (was|were) left out: {files}.</source>
        <translation>
            <numerusform>{n} Bild steht nicht in der Tabelle und wurde weggelassen: {files}.</numerusform>
            <numerusform>{n} Bilder stehen nicht in der Tabelle und wurden weggelassen: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} image(s) outside the class folders (was|were) ignored.</source>
        <translation>
            <numerusform>{n} Bild außerhalb der Klassenordner blieb unbeachtet.</numerusform>
            <numerusform>{n} Bilder außerhalb der Klassenordner blieben unbeachtet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept run(s) (is|are) damaged, and put aside in {folder}.</source>
        <translation>
            <numerusform>{n} aufbewahrter Lauf ist beschädigt und wurde in {folder} beiseitegelegt.</numerusform>
            <numerusform>{n} aufbewahrte Läufe sind beschädigt und wurden in {folder} beiseitegelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept run(s) (was|were) saved by a newer version of Inkgrad and (isn&apos;t|aren&apos;t) shown. Update yours.</source>
        <translation>
            <numerusform>{n} aufbewahrter Lauf stammt von einer neueren Version von Inkgrad und wird nicht gezeigt. Aktualisieren Sie Ihre.</numerusform>
            <numerusform>{n} aufbewahrte Läufe stammen von einer neueren Version von Inkgrad und werden nicht gezeigt. Aktualisieren Sie Ihre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} label(s)</source>
        <translation>
            <numerusform>{n} Label</numerusform>
            <numerusform>{n} Labels</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} of the {images} images in {file} can&apos;t be read. The first: {cause}</source>
        <translation>Von {images} Bildern in {file} nicht lesbar: {n}. Das erste: {cause}</translation>
    </message>
    <message numerus="yes">
        <source>{n} of your drawings (is|are) damaged and (was|were) left out. The first was put aside as {first}.</source>
        <translation>
            <numerusform>{n} Ihrer Zeichnungen ist beschädigt und wurde weggelassen. Sie liegt jetzt unter {first}.</numerusform>
            <numerusform>{n} Ihrer Zeichnungen sind beschädigt und wurden weggelassen. Die erste liegt jetzt unter {first}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} row(s) of {file} can&apos;t be read and (was|were) left out, on line(s) {lines}.</source>
        <translation>
            <numerusform>{n} Zeile von {file} ist nicht lesbar und wurde weggelassen, in Zeile {lines}.</numerusform>
            <numerusform>{n} Zeilen von {file} sind nicht lesbar und wurden weggelassen, in Zeile {lines}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} validation image(s) (is|are) also in the training set, so the accuracy will look too good.</source>
        <translation>
            <numerusform>{n} Validierungsbild ist auch unter den Trainingsbildern, darum wird die Genauigkeit zu gut aussehen.</numerusform>
            <numerusform>{n} Validierungsbilder sind auch unter den Trainingsbildern, darum wird die Genauigkeit zu gut aussehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n}; images for training and for validation:</source>
        <translation>{n}; Bilder zum Trainieren und zum Validieren:</translation>
    </message>
    <message>
        <source>{path!r} is not a path: choose a folder or an archive.</source>
        <translation>{path!r} ist kein Pfad: Wählen Sie einen Ordner oder ein Archiv.</translation>
    </message>
    <message>
        <source>{path!r} is not a path: choose an image file.</source>
        <translation>{path!r} ist kein Pfad: Wählen Sie eine Bilddatei.</translation>
    </message>
    <message>
        <source>{path} doesn&apos;t run as a Python of version 3.11 or newer.</source>
        <translation>{path} läuft nicht als Python der Version 3.11 oder neuer.</translation>
    </message>
    <message>
        <source>{path} fits, but its torch {torch} finds no GPU either.</source>
        <translation>{path} passt, aber torch {torch} findet auch dort keine GPU.</translation>
    </message>
    <message>
        <source>{path} fits: its torch {torch} computes on {gpu}.</source>
        <translation>{path} passt: torch {torch} rechnet dort auf {gpu}.</translation>
    </message>
    <message>
        <source>{path} has Inkgrad {theirs}, and this is {ours}: install the same version there.</source>
        <translation>{path} hat Inkgrad {theirs}, und dies ist {ours}: Installieren Sie dort dieselbe Version.</translation>
    </message>
    <message>
        <source>{path} hasn&apos;t answered within {seconds} seconds: check it again.</source>
        <translation>{path} hat nicht innerhalb von {seconds} Sekunden geantwortet: Prüfen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{path} isn&apos;t there: choose an environment&apos;s folder, or the Python in it.</source>
        <translation>{path} gibt es nicht: Wählen Sie den Ordner einer Umgebung oder das Python darin.</translation>
    </message>
    <message>
        <source>{path} lacks something that Inkgrad needs: {reason}.</source>
        <translation>{path} fehlt etwas, was Inkgrad braucht: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>{processes} processes can&apos;t compute on {device} together, as this computer has {gpus} CUDA GPU(s): choose --device auto or cpu, or start fewer processes.</source>
        <translation>
            <numerusform>{processes} Prozesse können nicht zusammen auf {device} rechnen, da dieser Rechner {gpus} CUDA-GPU hat: Wählen Sie --device auto oder cpu, oder starten Sie weniger Prozesse.</numerusform>
            <numerusform>{processes} Prozesse können nicht zusammen auf {device} rechnen, da dieser Rechner {gpus} CUDA-GPUs hat: Wählen Sie --device auto oder cpu, oder starten Sie weniger Prozesse.</numerusform>
        </translation>
    </message>
    <message>
        <source>{processes} processes, this one on {device}</source>
        <translation>{processes} Prozesse, dieser auf: {device}</translation>
    </message>
    <message numerus="yes">
        <source>{pupils} pupil(s); files left out: {refused}.</source>
        <translation>
            <numerusform>{pupils} Schüler; ausgelassene Dateien: {refused}.</numerusform>
            <numerusform>{pupils} Schüler; ausgelassene Dateien: {refused}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{reason}, and one of {processes} processes can&apos;t continue alone: choose --device cpu or a smaller batch size.</source>
        <translation>{reason}, und einer von {processes} Prozessen kann nicht allein weitermachen: Wählen Sie --device cpu oder eine kleinere Batchgröße.</translation>
    </message>
    <message>
        <source>{reason}. The run goes on.</source>
        <translation>{reason}. Der Lauf geht weiter.</translation>
    </message>
    <message>
        <source>{sentence}</source>
        <translation>{sentence}</translation>
    </message>
    <message>
        <source>{share} (drawn digits {drawn})</source>
        <translation>{share} (gezeichnete Ziffern {drawn})</translation>
    </message>
    <message>
        <source>{share} of the drawn digits: strokes of five people whom nothing was trained on.</source>
        <translation>{share} der gezeichneten Ziffern: Striche von fünf Menschen, an denen nichts trainiert wurde.</translation>
    </message>
    <message>
        <source>{share} of the validation set read correctly.</source>
        <translation>{share} der Validierungsdaten richtig gelesen.</translation>
    </message>
    <message>
        <source>{share} of {images} read correctly</source>
        <translation>{share} von {images} richtig gelesen</translation>
    </message>
    <message>
        <source>{target!r} is not part of the engine: name it as engine.module:name.</source>
        <translation>{target!r} gehört nicht zur Engine: Nennen Sie es als engine.modul:name.</translation>
    </message>
    <message>
        <source>{train} for training, {valid} for validation</source>
        <translation>{train} zum Trainieren, {valid} zum Validieren</translation>
    </message>
    <message>
        <source>{typed!r} can be read in two ways: type it without a thousands separator.</source>
        <translation>{typed!r} kann zweierlei bedeuten: Geben Sie die Zahl ohne Tausendertrennzeichen ein.</translation>
    </message>
    <message>
        <source>{typed!r} is not a number: type something like {example} or 1e-3.</source>
        <translation>{typed!r} ist keine Zahl: Geben Sie eine ein, etwa {example} oder 1e-3.</translation>
    </message>
    <message>
        <source>{typed!r} is not a number: use a decimal point, as in 0.5 or 1e-3</source>
        <translation>{typed!r} ist keine Zahl: Verwenden Sie einen Dezimalpunkt wie in 0.5 oder 1e-3</translation>
    </message>
    <message>
        <source>{typed!r} is not a whole number</source>
        <translation>{typed!r} ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>{typed!r} is not a whole number: choose one from {low} to {high}.</source>
        <translation>{typed!r} ist keine ganze Zahl: Wählen Sie eine von {low} bis {high}.</translation>
    </message>
    <message>
        <source>{typed!r} is out of range: choose a number from {low} to {high}.</source>
        <translation>{typed!r} liegt außerhalb: Wählen Sie eine Zahl von {low} bis {high}.</translation>
    </message>
    <message>
        <source>{typed!r} isn&apos;t finished: choose a number from {low} to {high}.</source>
        <translation>{typed!r} ist noch unvollständig: Wählen Sie eine Zahl von {low} bis {high}.</translation>
    </message>
    <message>
        <source>{where}: right is {value!r}: use the number of a choice, counted from 0.</source>
        <translation>{where}: right ist {value!r}: Geben Sie die Nummer einer Antwort an, ab 0 gezählt.</translation>
    </message>
    <message>
        <source>{where}: {names} is missing.</source>
        <translation>{where}: {names} fehlt.</translation>
    </message>
    <message>
        <source>{where}: {names} means nothing here.</source>
        <translation>{where}: {names} bedeutet hier nichts.</translation>
    </message>
    <message>
        <source>{where}: {name} is {value!r}: use a list of texts.</source>
        <translation>{where}: {name} ist {value!r}: Geben Sie eine Liste von Texten an.</translation>
    </message>
    <message>
        <source>{where}: {name} is {value!r}: use text.</source>
        <translation>{where}: {name} ist {value!r}: Geben Sie einen Text an.</translation>
    </message>
    <message>
        <source>… {n} more</source>
        <translation>… {n} weitere</translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>&amp;Leave it as it is</source>
        <translation>&amp;So lassen, wie es ist</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen, wie es ist</translation>
    </message>
    <message>
        <source>Neither invert light paper nor turn images upright; the dataset is read again</source>
        <translation>Weder helles Papier umkehren noch Bilder aufrichten; der Datensatz wird neu gelesen</translation>
    </message>
    <message>
        <source>What was found in the dataset</source>
        <translation>Was im Datensatz gefunden wurde</translation>
    </message>
</context>
<context>
    <name>AboutBox</name>
    <message>
        <source>About Inkgrad</source>
        <translation>Über Inkgrad</translation>
    </message>
    <message>
        <source>Draw a digit, press Train, and watch gradient descent learn to read it.</source>
        <translation>Eine Ziffer zeichnen, auf „Trainieren“ drücken und zusehen, wie der Gradientenabstieg sie lesen lernt.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>The digits are from MNIST, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, licensed under {0}.</source>
        <translation>Die Ziffern stammen aus MNIST von Yann LeCun, Corinna Cortes und Christopher J. C. Burges, lizenziert unter {0}.</translation>
    </message>
</context>
<context>
    <name>AccuracyByClass</name>
    <message>
        <source>Accuracy by class</source>
        <translation>Genauigkeit je Klasse</translation>
    </message>
    <message>
        <source>the worst {0} of {1}</source>
        <translation>die schlechtesten {0} von {1}</translation>
    </message>
</context>
<context>
    <name>ActionWords</name>
    <message>
        <source>&amp;3s and 7s</source>
        <translation>&amp;3en und 7en</translation>
    </message>
    <message>
        <source>&amp;About Inkgrad</source>
        <translation>&amp;Über Inkgrad</translation>
    </message>
    <message>
        <source>&amp;All ten digits</source>
        <translation>&amp;Alle zehn Ziffern</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Class…</source>
        <translation>&amp;Klasse …</translation>
    </message>
    <message>
        <source>&amp;Clear pad</source>
        <translation>Zeichenfläche &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Copy as a 28 × 28 image</source>
        <translation>Als 28 × 28-Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>Date&amp;n</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export progress…</source>
        <translation>Fortschritt &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find learning rate</source>
        <translation>&amp;Lernrate suchen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Guide box</source>
        <translation>&amp;Hilfsrahmen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Import runs…</source>
        <translation>&amp;Läufe importieren …</translation>
    </message>
    <message>
        <source>&amp;Keep sketch</source>
        <translation>Skizze &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>&amp;Lernen</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Loss landscape…</source>
        <translation>&amp;Verlustlandschaft …</translation>
    </message>
    <message>
        <source>&amp;More data</source>
        <translation>&amp;Weitere Daten</translation>
    </message>
    <message>
        <source>&amp;Next question</source>
        <translation>&amp;Nächste Frage</translation>
    </message>
    <message>
        <source>&amp;One batch</source>
        <translation>Ein &amp;Batch</translation>
    </message>
    <message>
        <source>&amp;Open lesson file…</source>
        <translation>Lektionsdatei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Paste image</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <translation>&amp;Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pen strokes</source>
        <translation>&amp;Stiftstriche</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>&amp;Präsentation</translation>
    </message>
    <message>
        <source>&amp;Previous question</source>
        <translation>&amp;Vorige Frage</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>&amp;Zuletzt benutzte Dateien</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>&amp;Wiederholen: {0}</translation>
    </message>
    <message>
        <source>&amp;Reset progress…</source>
        <translation>Fortschritt &amp;zurücksetzen …</translation>
    </message>
    <message>
        <source>&amp;Save dataset as…</source>
        <translation>Datensatz s&amp;peichern als …</translation>
    </message>
    <message>
        <source>&amp;Save lesson file…</source>
        <translation>Lektionsdatei &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Save sketch…</source>
        <translation>&amp;Skizze speichern …</translation>
    </message>
    <message>
        <source>&amp;Several digits</source>
        <translation>&amp;Mehrere Ziffern</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Rückgängig: {0}</translation>
    </message>
    <message>
        <source>&amp;Use starter network</source>
        <translation>Start&amp;netz verwenden</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>&amp;Why this answer</source>
        <translation>&amp;Warum diese Antwort</translation>
    </message>
    <message>
        <source>Compute with another &amp;Python…</source>
        <translation>Mit anderem &amp;Python rechnen …</translation>
    </message>
    <message>
        <source>Downloaded from {0} the first time it is chosen</source>
        <translation>Wird von {0} heruntergeladen, wenn es zum ersten Mal gewählt wird</translation>
    </message>
    <message>
        <source>Follow &amp;system</source>
        <translation>S&amp;ystemeinstellung</translation>
    </message>
    <message>
        <source>MNIST a&amp;nd pen strokes</source>
        <translation>MNIST &amp;und Stiftstriche</translation>
    </message>
    <message>
        <source>One &amp;epoch</source>
        <translation>Eine &amp;Epoche</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>&amp;Log-Ordner öffnen</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>&amp;Modell öffnen …</translation>
    </message>
    <message>
        <source>Open f&amp;ile…</source>
        <translation>Date&amp;i öffnen …</translation>
    </message>
    <message>
        <source>R&amp;ecent</source>
        <translation>&amp;Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Read digits that stand apart on the pad each by itself, as in 42</source>
        <translation>Ziffern, die auf der Zeichenfläche getrennt stehen, einzeln lesen, wie in 42</translation>
    </message>
    <message>
        <source>Save lesson as P&amp;DF…</source>
        <translation>Lektion als P&amp;DF speichern …</translation>
    </message>
    <message>
        <source>Save mo&amp;del…</source>
        <translation>Mo&amp;dell speichern …</translation>
    </message>
    <message>
        <source>Show &amp;numbers</source>
        <translation>&amp;Zahlen zeigen</translation>
    </message>
    <message>
        <source>Your na&amp;me…</source>
        <translation>Ihr Na&amp;me …</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>{0}, {1:,.0f} MB</source>
        <translation>{0}, {1:,.0f} MB</translation>
    </message>
</context>
<context>
    <name>Advising</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>AlongMenu</name>
    <message>
        <source>&amp;Batches and epochs</source>
        <translation>&amp;Batches und Epochen</translation>
    </message>
    <message>
        <source>&amp;Images seen</source>
        <translation>Gesehene B&amp;ilder</translation>
    </message>
    <message>
        <source>&amp;Seconds of training</source>
        <translation>&amp;Sekunden des Trainings</translation>
    </message>
    <message>
        <source>Horizontal &amp;axis</source>
        <translation>&amp;Waagrechte Achse</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Loading the network…</source>
        <translation>Das Netz wird geladen …</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>Noch nichts gezeichnet</translation>
    </message>
    <message>
        <source>pixel similarity: {0}</source>
        <translation>Pixelähnlichkeit: {0}</translation>
    </message>
    <message>
        <source>pixel similarity: {0} or {1}</source>
        <translation>Pixelähnlichkeit: {0} oder {1}</translation>
    </message>
    <message>
        <source>pixel similarity: –</source>
        <translation>Pixelähnlichkeit: –</translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message>
        <source>Can&apos;t read anything now</source>
        <translation>Kann nichts mehr lesen</translation>
    </message>
    <message>
        <source>Each row is one class. The bar shows how likely the network thinks it is; L1 and RMSE measure how far the sketch is from that class&apos;s mean image, pixel by pixel. The nearest class is marked: it is what pixel similarity would answer.</source>
        <translation>Jede Zeile ist eine Klasse. Der Balken zeigt, für wie wahrscheinlich das Netz sie hält; L1 und RMSE messen, wie weit die Skizze vom mittleren Bild dieser Klasse entfernt ist, Pixel für Pixel. Die nächste Klasse ist markiert: So würde die Pixelähnlichkeit antworten.</translation>
    </message>
    <message>
        <source>Not a digit I know</source>
        <translation>Keine bekannte Ziffer</translation>
    </message>
    <message>
        <source>Not reliable</source>
        <translation>Nicht verlässlich</translation>
    </message>
    <message>
        <source>Not sure: {0}</source>
        <translation>Nicht sicher: {0}</translation>
    </message>
    <message>
        <source>Nothing I know</source>
        <translation>Nichts, was ich kenne</translation>
    </message>
    <message>
        <source>{0} sure</source>
        <translation>{0} sicher</translation>
    </message>
</context>
<context>
    <name>AppModel</name>
    <message>
        <source>Run {0}</source>
        <translation>Lauf {0}</translation>
    </message>
</context>
<context>
    <name>AugmentedDialog</name>
    <message>
        <source>&amp;Next epoch</source>
        <translation>&amp;Nächste Epoche</translation>
    </message>
    <message>
        <source>Getting the images ready…</source>
        <translation>Bilder werden vorbereitet …</translation>
    </message>
    <message>
        <source>Images of a batch</source>
        <translation>Bilder eines Batches</translation>
    </message>
    <message>
        <source>Show the same images as the network sees them in the next epoch</source>
        <translation>Dieselben Bilder zeigen, wie das Netz sie in der nächsten Epoche sieht</translation>
    </message>
    <message>
        <source>The first images of the first batch, as they are augmented. Each time the network sees them they look a little different.</source>
        <translation>Die ersten Bilder des ersten Batches, wie sie augmentiert werden. Jedes Mal, wenn das Netz sie sieht, sehen sie ein wenig anders aus.</translation>
    </message>
    <message>
        <source>The first images of the first batch. Without augmentation they look the same each time.</source>
        <translation>Die ersten Bilder des ersten Batches. Ohne Augmentierung sehen sie jedes Mal gleich aus.</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
</context>
<context>
    <name>BackWords</name>
    <message>
        <source>Autograd keeps about seven digits (float32) on its way, so it rounds.</source>
        <translation>Autograd behält unterwegs etwa sieben Stellen (float32), rundet also.</translation>
    </message>
    <message>
        <source>Back through layer {0}: {1}</source>
        <translation>Zurück durch Schicht {0}: {1}</translation>
    </message>
    <message>
        <source>Back, layer {0}</source>
        <translation>Zurück, Schicht {0}</translation>
    </message>
    <message>
        <source>Back, the loss</source>
        <translation>Zurück, der Verlust</translation>
    </message>
    <message>
        <source>Back: from the loss to the outputs</source>
        <translation>Zurück: vom Verlust zu den Ausgängen</translation>
    </message>
    <message>
        <source>By how much the loss grows with the chosen w: {0}.</source>
        <translation>Um wie viel der Verlust mit dem gewählten w wächst: {0}.</translation>
    </message>
    <message>
        <source>One path from the weight to the loss</source>
        <translation>Ein Pfad vom Gewicht zum Verlust</translation>
    </message>
    <message>
        <source>The chain rule: along a path slopes are multiplied, and paths added up.</source>
        <translation>Die Kettenregel: Entlang eines Pfads werden Steigungen multipliziert, und Pfade addiert.</translation>
    </message>
    <message>
        <source>The gradient</source>
        <translation>Der Gradient</translation>
    </message>
    <message>
        <source>The path</source>
        <translation>Der Pfad</translation>
    </message>
    <message>
        <source>The δ of the next layer come back through the same weights; then the activation&apos;s slope.</source>
        <translation>Die δ der nächsten Schicht kommen durch dieselben Gewichte zurück; dann die Steigung der Aktivierung.</translation>
    </message>
    <message>
        <source>a bias has no input, so</source>
        <translation>ein Bias hat keine Eingabe, also</translation>
    </message>
    <message numerus="yes">
        <source>all %Ln path(s) from here, added up</source>
        <translation>
            <numerusform>der %Ln Pfad von hier</numerusform>
            <numerusform>alle %Ln Pfade von hier, addiert</numerusform>
        </translation>
    </message>
    <message>
        <source>all paths from here, added up; there are very many</source>
        <translation>alle Pfade von hier, addiert; es sind sehr viele</translation>
    </message>
    <message>
        <source>autograd has</source>
        <translation>autograd hat</translation>
    </message>
    <message>
        <source>flat: a little more changes no answer</source>
        <translation>flach: Ein wenig mehr ändert keine Antwort</translation>
    </message>
    <message>
        <source>here the filter reaches beyond the edge, where all is 0, so</source>
        <translation>hier ragt der Filter über den Rand hinaus, wo alles 0 ist, also</translation>
    </message>
    <message>
        <source>slope at {0}</source>
        <translation>Steigung bei {0}</translation>
    </message>
    <message>
        <source>slope of the activation</source>
        <translation>Steigung der Aktivierung</translation>
    </message>
    <message>
        <source>slope of the loss</source>
        <translation>Steigung des Verlusts</translation>
    </message>
    <message>
        <source>sum of weights times δ</source>
        <translation>Summe der Gewichte mal δ</translation>
    </message>
    <message numerus="yes">
        <source>the %Ln other image(s) of the batch</source>
        <translation>
            <numerusform>das %Ln andere Bild des Batches</numerusform>
            <numerusform>die %Ln anderen Bilder des Batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %Ln other place(s) of the map</source>
        <translation>
            <numerusform>die %Ln andere Stelle der Karte</numerusform>
            <numerusform>die %Ln anderen Stellen der Karte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %Ln other place(s), in all images</source>
        <translation>
            <numerusform>die %Ln andere Stelle, in allen Bildern</numerusform>
            <numerusform>die %Ln anderen Stellen, in allen Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>the pool took another place in its window</source>
        <translation>das Pooling nahm eine andere Stelle seines Fensters</translation>
    </message>
    <message>
        <source>there is none: 1</source>
        <translation>es gibt keine: 1</translation>
    </message>
    <message>
        <source>this path: all factors multiplied</source>
        <translation>dieser Pfad: alle Faktoren multipliziert</translation>
    </message>
    <message>
        <source>weight to {0}</source>
        <translation>Gewicht zu {0}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} bei {1}</translation>
    </message>
    <message>
        <source>δ says by how much the loss grows as an output grows a little.</source>
        <translation>δ sagt, um wie viel der Verlust wächst, wenn ein Ausgang ein wenig wächst.</translation>
    </message>
    <message numerus="yes">
        <source>δ says by how much the loss grows as an output grows a little; the loss is the mean over %Ln image(s).</source>
        <translation>
            <numerusform>δ sagt, um wie viel der Verlust wächst, wenn ein Ausgang ein wenig wächst; der Verlust ist das Mittel über %Ln Bild.</numerusform>
            <numerusform>δ sagt, um wie viel der Verlust wächst, wenn ein Ausgang ein wenig wächst; der Verlust ist das Mittel über %Ln Bilder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BandLegend</name>
    <message>
        <source>Colours of the loss: lines at {0}</source>
        <translation>Farben des Verlusts: Linien bei {0}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>BasicForm</name>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation>Lernrate suchen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Hidden neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>How far each step goes down the slope. Too small, and learning crawls; too large, and the loss jumps or explodes. It can be changed during a run.</source>
        <translation>Wie weit jeder Schritt den Hang hinabführt. Ist sie zu klein, kriecht das Lernen; ist sie zu groß, springt oder explodiert der Verlust. Sie lässt sich während des Laufs ändern.</translation>
    </message>
    <message>
        <source>How many images each step looks at. Small batches mean more and noisier steps per epoch, large batches fewer and steadier ones.</source>
        <translation>Wie viele Bilder jeder Schritt ansieht. Kleine Batches bedeuten mehr und unruhigere Schritte je Epoche, große weniger und ruhigere.</translation>
    </message>
    <message>
        <source>How many neurons each hidden layer has, such as 100, 50. More neurons can learn finer differences but take longer.</source>
        <translation>Wie viele Neuronen jede verborgene Schicht hat, etwa 100, 50. Mehr Neuronen lernen feinere Unterschiede, brauchen aber länger.</translation>
    </message>
    <message>
        <source>How many times the network goes through the whole training set. More epochs bring the loss down further, until only the training images benefit.</source>
        <translation>Wie oft das Netz alle Trainingsdaten durchgeht. Mehr Epochen senken den Verlust weiter, bis nur noch die Trainingsbilder etwas davon haben.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Preset (modified)</source>
        <translation>Variante von</translation>
    </message>
    <message>
        <source>Settings that work, as a starting point: choosing a preset fills in all the other fields.</source>
        <translation>Bewährte Einstellungen für den Anfang: Eine Vorlage füllt alle anderen Felder aus.</translation>
    </message>
    <message>
        <source>Try larger and larger rates on a separate model and suggest one that learns fast</source>
        <translation>An einem eigenen Modell immer größere Raten ausprobieren und eine vorschlagen, mit der es schnell lernt</translation>
    </message>
    <message>
        <source>What the network learns from. Telling two digits apart is the book&apos;s first problem.</source>
        <translation>Woraus das Netz lernt. Zwei Ziffern zu unterscheiden ist die erste Aufgabe des Buchs.</translation>
    </message>
    <message>
        <source>can be changed during a run</source>
        <translation>während des Laufs änderbar</translation>
    </message>
    <message>
        <source>linear draws one straight boundary; simple_net bends it with one hidden layer; mlp has more hidden layers; convnet looks at neighbourhoods of pixels.</source>
        <translation>linear zieht eine gerade Grenze; simple_net biegt sie mit einer verborgenen Schicht; mlp hat mehr verborgene Schichten; convnet betrachtet Nachbarschaften von Pixeln.</translation>
    </message>
</context>
<context>
    <name>BeyondLabel</name>
    <message>
        <source>{0} goes up to {1}</source>
        <translation>{0} steigt bis {1}</translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>The step is being computed</source>
        <translation>Der Schritt wird berechnet</translation>
    </message>
    <message>
        <source>The step is being computed; closing the window cancels it</source>
        <translation>Der Schritt wird berechnet; das Fenster zu schließen bricht das ab</translation>
    </message>
</context>
<context>
    <name>CalibrationError</name>
    <message>
        <source>Expected calibration error: how far apart the model&apos;s confidence and its accuracy are, averaged over all answers. Along the dashed line it is 0 %.</source>
        <translation>Der erwartete Kalibrierungsfehler: wie weit Sicherheit und Genauigkeit des Modells auseinanderliegen, im Mittel über alle Antworten. Auf der gestrichelten Linie ist er 0 %.</translation>
    </message>
    <message>
        <source>calibration error {0:.1f} %</source>
        <translation>Kalibrierungsfehler {0:.1f} %</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Draw a digit here</source>
        <translation>Hier eine Ziffer zeichnen</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>Hier zeichnen</translation>
    </message>
    <message>
        <source>Draw here. Press B for the brush, E for the eraser, [ and ] to change the size.</source>
        <translation>Zeichnen Sie hier. B wählt den Pinsel, E den Radierer, [ und ] ändern die Größe.</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>The eraser only removes strokes: to remove the image, use Clear</source>
        <translation>Der Radierer entfernt nur Striche, „Leeren“ das ganze Bild</translation>
    </message>
</context>
<context>
    <name>ChangedSketch</name>
    <message>
        <source>Being read…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Distorted sketch</source>
        <translation>Verzerrte Skizze</translation>
    </message>
    <message>
        <source>Draw something on the pad: it is shown here, distorted.</source>
        <translation>Zeichnen Sie etwas: Hier erscheint es verzerrt.</translation>
    </message>
    <message>
        <source>The sketch, distorted</source>
        <translation>Die Skizze, verzerrt</translation>
    </message>
    <message>
        <source>What the networks see of your sketch after the distortion. It stays on the pad as it is.</source>
        <translation>Was die Netze nach der Verzerrung von Ihrer Skizze sehen. Auf der Zeichenfläche bleibt sie, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check the answer</source>
        <translation>Die Antwort prüfen</translation>
    </message>
    <message>
        <source>Choose an answer first.</source>
        <translation>Zuerst eine Antwort wählen.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Nicht ganz.</translation>
    </message>
    <message>
        <source>Not quite. Look at the text and the experiment again, then have another try.</source>
        <translation>Nicht ganz. Sehen Sie sich Text und Experiment noch einmal an, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Type an answer first.</source>
        <translation>Zuerst eine Antwort eintippen.</translation>
    </message>
    <message>
        <source>What do you think?</source>
        <translation>Was meinen Sie?</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>More images give the loss more exactly, but take longer</source>
        <translation>Mehr Bilder ergeben den Verlust genauer, dauern aber länger</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>Which of the many planes through the weights</source>
        <translation>Welche der vielen Ebenen durch die Gewichte</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Gelernt wird von</translation>
    </message>
    <message>
        <source>Steepest</source>
        <translation>Steilstes</translation>
    </message>
    <message>
        <source>The layer whose weight is traced</source>
        <translation>Die Schicht, deren Gewicht verfolgt wird</translation>
    </message>
    <message>
        <source>The neuron or map, counted from 0</source>
        <translation>Das Neuron oder die Karte, gezählt ab 0</translation>
    </message>
    <message>
        <source>The weight of this layer that the loss slopes most with</source>
        <translation>Das Gewicht dieser Schicht, mit dem der Verlust am stärksten steigt oder fällt</translation>
    </message>
    <message>
        <source>Trace the bias instead of a weight</source>
        <translation>Den Bias verfolgen statt eines Gewichts</translation>
    </message>
    <message>
        <source>What is learned from</source>
        <translation>Woraus gelernt wird</translation>
    </message>
    <message>
        <source>Which class is right</source>
        <translation>Welche Klasse richtig ist</translation>
    </message>
    <message>
        <source>Which image of the batch is followed</source>
        <translation>Welchem Bild des Batches gefolgt wird</translation>
    </message>
    <message>
        <source>Which of its weights, counted from 0</source>
        <translation>Welches seiner Gewichte, gezählt ab 0</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>its bias</source>
        <translation>sein Bias</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>my sketch</source>
        <translation>meiner Skizze</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>the last batch</source>
        <translation>dem letzten Batch</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>which shows</source>
        <translation>und sie zeigt</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source> (L1 {0:.3f}, RMSE {1:.3f})</source>
        <translation> (L1 {0:.3f}, RMSE {1:.3f})</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>Noch nichts gezeichnet</translation>
    </message>
    <message>
        <source>Probability of each class</source>
        <translation>Wahrscheinlichkeit jeder Klasse</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
</context>
<context>
    <name>ClassWindow</name>
    <message numerus="yes">
        <source>%Ln more file(s) (is|are) left out.</source>
        <translation>
            <numerusform>%Ln weitere Datei wird ausgelassen.</numerusform>
            <numerusform>%Ln weitere Dateien werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A row for each pupil</source>
        <translation>Eine Zeile für jeden Schüler</translation>
    </message>
    <message>
        <source>Best accuracy, %</source>
        <translation>Beste Genauigkeit, %</translation>
    </message>
    <message>
        <source>Class: {0}</source>
        <translation>Klasse: {0}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Each question&apos;s column tells which try was the first right one, or “wrong” where none was; free answers are as they were written.</source>
        <translation>Die Spalte einer Frage sagt, welcher Versuch der erste richtige war, oder „falsch“, wo keiner es war; freie Antworten stehen da, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save as a table (CSV)…</source>
        <translation>Als Tabelle speichern (CSV) …</translation>
    </message>
    <message>
        <source>Save it for the gradebook or a spreadsheet</source>
        <translation>Für das Notenbuch oder eine Tabellenkalkulation speichern</translation>
    </message>
    <message>
        <source>Save the class</source>
        <translation>Klasse speichern</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Wrong tries</source>
        <translation>Falsche Versuche</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
</context>
<context>
    <name>ClassesTable</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Classes of your drawings</source>
        <translation>Klassen Ihrer Zeichnungen</translation>
    </message>
    <message>
        <source>Columns of the classes</source>
        <translation>Spalten der Klassen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>train + test</source>
        <translation>Training + Test</translation>
    </message>
    <message>
        <source>{0}: {1} for training + {2} held out for testing</source>
        <translation>{0}: {1} zum Trainieren + {2} zum Testen zurückgehalten</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>In Inkgrad&apos;s own code</source>
        <translation>Im Code von Inkgrad</translation>
    </message>
    <message>
        <source>The values are those of the last run&apos;s network, on one more batch.</source>
        <translation>Die Werte gehören zum Netz des letzten Laufs, bei einem weiteren Batch.</translation>
    </message>
    <message>
        <source>This lesson trains networks of its own: no values of yours stand here.</source>
        <translation>Diese Lektion trainiert eigene Netze: Werte aus Ihrem stehen hier nicht.</translation>
    </message>
    <message>
        <source>You haven&apos;t trained a network of your own yet: these values are from a new one after a single step, so they aren&apos;t those shown above.</source>
        <translation>Sie haben noch kein eigenes Netz trainiert: Diese Werte stammen aus einem neuen Netz nach einem einzigen Schritt und sind daher andere als oben.</translation>
    </message>
</context>
<context>
    <name>CodeLines</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message numerus="yes">
        <source>%Ln fewer than before.</source>
        <translation>
            <numerusform>%Ln weniger als vorher.</numerusform>
            <numerusform>%Ln weniger als vorher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more than before.</source>
        <translation>
            <numerusform>%Ln mehr als vorher.</numerusform>
            <numerusform>%Ln mehr als vorher.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>As many as before.</source>
        <translation>So viele wie vorher.</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>End the run; the network keeps what it has learned (Shift+F5)</source>
        <translation>Den Lauf beenden; das Netz behält, was es gelernt hat (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Held-out drawings read correctly</source>
        <translation>Zurückgehaltene richtig gelesen</translation>
    </message>
    <message>
        <source>How many of your drawings each network reads correctly. From the second drawing of a class on, every third one is held out for this: no network learns from it.</source>
        <translation>Wie viele Ihrer Zeichnungen jedes Netz richtig liest. Ab der zweiten Zeichnung einer Klasse wird jede dritte dafür zurückgehalten: Kein Netz lernt aus ihr.</translation>
    </message>
    <message>
        <source>Mine &amp;only</source>
        <translation>&amp;Nur mit meinen</translation>
    </message>
    <message>
        <source>The starter network knows only digits.</source>
        <translation>Das Startnetz kennt nur Ziffern.</translation>
    </message>
    <message>
        <source>Train a convnet on your drawings alone: it needs at least two classes, and a drawing that is held out</source>
        <translation>Ein Convnet nur mit Ihren Zeichnungen trainieren: Es braucht mindestens zwei Klassen und eine zurückgehaltene Zeichnung</translation>
    </message>
    <message>
        <source>Train a convnet on your drawings together with the images of {0}: its classes and yours. Yours are repeated so that they count: up to about a tenth of all images, each at most 200 times</source>
        <translation>Ein Convnet mit Ihren Zeichnungen und den Bildern von {0} zusammen trainieren: mit beider Klassen. Ihre werden wiederholt, damit sie zählen: bis zu etwa einem Zehntel aller Bilder, jede höchstens 200 Mal</translation>
    </message>
    <message>
        <source>Train on m&amp;ine and {0}</source>
        <translation>M&amp;it meinen und {0} trainieren</translation>
    </message>
    <message>
        <source>Train, and see whether it improves.</source>
        <translation>Trainieren Sie, und sehen Sie, ob es besser wird.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Your network knows only {0}.</source>
        <translation>Ihr Netz kennt nur {0}.</translation>
    </message>
    <message>
        <source>the starter network</source>
        <translation>das Startnetz</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>Ihr Netz</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>ComparisonWords</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>Batches done</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Best accuracy, %</source>
        <translation>Beste Genauigkeit, %</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message numerus="yes">
        <source>Comparison of %Ln run(s)</source>
        <translation>
            <numerusform>Vergleich von %Ln Lauf</numerusform>
            <numerusform>Vergleich von %Ln Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Confusion matrices</source>
        <translation>Konfusionsmatrizen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Drawn digits</source>
        <translation>Gezeichnete Ziffern</translation>
    </message>
    <message>
        <source>Drawn digits, %</source>
        <translation>Gezeichnete Ziffern, %</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Epochs done</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Loss per batch, smoothed</source>
        <translation>Verlust je Batch, geglättet</translation>
    </message>
    <message>
        <source>No setting differs.</source>
        <translation>Keine Einstellung unterscheidet sich.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>Validierungsbilder</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>{0}, with {1}</source>
        <translation>{0}, mit {1}</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>gelesen als</translation>
    </message>
    <message>
        <source>{0} of {1} read as {2}</source>
        <translation>{0} von {1} als {2} gelesen</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>{0}, done</source>
        <translation>{0}, erledigt</translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mistake(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} und {1}</translation>
    </message>
</context>
<context>
    <name>CountsCard</name>
    <message>
        <source>Draw again: up to twenty random training images of each class</source>
        <translation>Neu ziehen: bis zu zwanzig zufällige Trainingsbilder jeder Klasse</translation>
    </message>
    <message>
        <source>Images of each class</source>
        <translation>Bilder jeder Klasse</translation>
    </message>
    <message>
        <source>No class has more than twenty images to train on: all of them are shown</source>
        <translation>Keine Klasse hat mehr als zwanzig Trainingsbilder: Alle sind zu sehen</translation>
    </message>
    <message>
        <source>Show a sa&amp;mple</source>
        <translation>Stichp&amp;robe zeigen</translation>
    </message>
    <message>
        <source>Show another sa&amp;mple</source>
        <translation>Andere Stichp&amp;robe zeigen</translation>
    </message>
    <message>
        <source>Up to twenty random training images of each class</source>
        <translation>Bis zu zwanzig zufällige Trainingsbilder jeder Klasse</translation>
    </message>
</context>
<context>
    <name>CountsTable</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Columns of the counts</source>
        <translation>Spalten der Anzahlen</translation>
    </message>
    <message>
        <source>Images of each class and split</source>
        <translation>Bilder je Klasse und Teil</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valid</translation>
    </message>
</context>
<context>
    <name>CurveWords</name>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>each batch</source>
        <translation>jeder Batch</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>images seen</source>
        <translation>gesehene Bilder</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>geglättet</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss per batch</source>
        <translation>Verlust je Batch</translation>
    </message>
    <message>
        <source>Press “Train”, and the loss of each batch appears here.</source>
        <translation>Drücken Sie „Trainieren“: Hier erscheint der Verlust jedes Batches.</translation>
    </message>
    <message>
        <source>Share of validation images that are read correctly.</source>
        <translation>Anteil der richtig gelesenen Validierungsbilder.</translation>
    </message>
    <message>
        <source>Training and validation loss, one point per epoch.</source>
        <translation>Training und Validierung, ein Punkt je Epoche.</translation>
    </message>
    <message>
        <source>Valid. loss</source>
        <translation>Valid.-Verlust</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Read the images</source>
        <translation>Bilder lesen</translation>
    </message>
    <message>
        <source>Reading the images…</source>
        <translation>Die Bilder werden gelesen …</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Gespeichert als {0}</translation>
    </message>
    <message>
        <source>The images were not read.</source>
        <translation>Die Bilder wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>as they would be on disk</source>
        <translation>wie sie auf der Festplatte lägen</translation>
    </message>
</context>
<context>
    <name>DatasetActions</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Data ({0})</source>
        <translation>Daten ({0})</translation>
    </message>
    <message>
        <source>No recent data</source>
        <translation>Keine zuletzt benutzten Daten</translation>
    </message>
    <message>
        <source>Open a file of images with their classes</source>
        <translation>Eine Datei mit Bildern und ihren Klassen öffnen</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Ordner mit Bildern öffnen</translation>
    </message>
    <message>
        <source>Several datasets</source>
        <translation>Mehrere Datensätze</translation>
    </message>
    <message>
        <source>{0} contains several datasets. Choose one:</source>
        <translation>{0} enthält mehrere Datensätze. Wählen Sie einen:</translation>
    </message>
</context>
<context>
    <name>DatasetChoice</name>
    <message>
        <source>3s and 7s</source>
        <translation>3en und 7en</translation>
    </message>
    <message>
        <source>All ten digits</source>
        <translation>Alle zehn Ziffern</translation>
    </message>
    <message>
        <source>MNIST + pens</source>
        <translation>MNIST + Striche</translation>
    </message>
    <message>
        <source>My drawings</source>
        <translation>Meine Zeichnungen</translation>
    </message>
    <message>
        <source>My drawings + MNIST</source>
        <translation>Meine Zeichnungen + MNIST</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Pen strokes</source>
        <translation>Stiftstriche</translation>
    </message>
</context>
<context>
    <name>DatasetWords</name>
    <message>
        <source>3s and 7s</source>
        <translation>3en und 7en</translation>
    </message>
    <message>
        <source>MNIST and pen strokes</source>
        <translation>MNIST und Stiftstriche</translation>
    </message>
    <message>
        <source>all ten digits</source>
        <translation>alle zehn Ziffern</translation>
    </message>
    <message>
        <source>my drawings</source>
        <translation>meine Zeichnungen</translation>
    </message>
    <message>
        <source>my drawings + {0}</source>
        <translation>meine Zeichnungen + {0}</translation>
    </message>
    <message>
        <source>pen strokes</source>
        <translation>Stiftstriche</translation>
    </message>
</context>
<context>
    <name>DescriptionWords</name>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln Klasse</numerusform>
            <numerusform>%Ln Klassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out.</source>
        <translation>
            <numerusform>%Ln Datei weggelassen.</numerusform>
            <numerusform>%Ln Dateien weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed: {0}</source>
        <translation>Geändert: {0}</translation>
    </message>
    <message>
        <source>Comes with Inkgrad</source>
        <translation>Liegt Inkgrad bei</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Weggelassen: {0}</translation>
    </message>
    <message>
        <source>Noticed: {0}</source>
        <translation>Bemerkt: {0}</translation>
    </message>
    <message>
        <source>See the Data page for more.</source>
        <translation>Mehr auf der Seite „Daten“.</translation>
    </message>
    <message>
        <source>Your own drawings</source>
        <translation>Eigene Zeichnungen</translation>
    </message>
    <message>
        <source>Your own drawings, and another dataset</source>
        <translation>Eigene Zeichnungen und ein weiterer Datensatz</translation>
    </message>
    <message>
        <source>smallest class: {0} of the largest</source>
        <translation>kleinste Klasse: {0} der größten</translation>
    </message>
    <message>
        <source>{0} for training, {1} for validation, {2}; {3}</source>
        <translation>{0} zum Trainieren, {1} zum Validieren, {2}; {3}</translation>
    </message>
    <message>
        <source>{0}: {1}, {2}.</source>
        <translation>{0}: {1}, {2}.</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message numerus="yes">
        <source>{0}, %Ln thread(s)</source>
        <translation>
            <numerusform>{0}, %Ln Thread</numerusform>
            <numerusform>{0}, %Ln Threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceLine</name>
    <message>
        <source>The {0} newest ticked runs read the sketch</source>
        <translation>Die {0} neuesten angehakten Läufe lesen die Skizze</translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>What differs between the ticked runs, from the top down:</source>
        <translation>Was die angehakten Läufe unterscheidet, von oben nach unten:</translation>
    </message>
</context>
<context>
    <name>DigitChip</name>
    <message>
        <source>Click to see its bars, its 28 × 28 pixels and why.</source>
        <translation>Ein Klick zeigt ihre Balken, ihre 28 × 28 Pixel und warum.</translation>
    </message>
    <message>
        <source>Digit {0}: {1}</source>
        <translation>Ziffer {0}: {1}</translation>
    </message>
    <message>
        <source>Digit {0}: {1}, {2} sure</source>
        <translation>Ziffer {0}: {1}, zu {2} sicher</translation>
    </message>
</context>
<context>
    <name>DigitMenu</name>
    <message>
        <source>&amp;Any image</source>
        <translation>&amp;Irgendein Bild</translation>
    </message>
    <message>
        <source>A &amp;misread image</source>
        <translation>Ein &amp;falsch gelesenes</translation>
    </message>
    <message>
        <source>Class {0}</source>
        <translation>Klasse {0}</translation>
    </message>
    <message>
        <source>Test &amp;image</source>
        <translation>Tes&amp;tbild</translation>
    </message>
</context>
<context>
    <name>DigitsRow</name>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Write digits side by side: each is read by itself.</source>
        <translation>Ziffern nebeneinander: Jede wird einzeln gelesen.</translation>
    </message>
</context>
<context>
    <name>DistortionBar</name>
    <message>
        <source>&amp;Measure again</source>
        <translation>Neu &amp;messen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compare &amp;augmentation</source>
        <translation>&amp;Augmentierung zeigen</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>Verzerrung</translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation>&amp;Fortfahren</translation>
    </message>
    <message>
        <source>How much the sketch is distorted: {0}, {1}</source>
        <translation>Wie stark die Skizze verzerrt wird: {0}, {1}</translation>
    </message>
    <message>
        <source>Measure what is missing</source>
        <translation>Messen, was noch fehlt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Read the distorted validation images again, with the weights of the moment</source>
        <translation>Die verzerrten Validierungsbilder mit den jetzigen Gewichten noch einmal lesen</translation>
    </message>
    <message>
        <source>Show the sketch undistorted again</source>
        <translation>Die Skizze wieder unverzerrt zeigen</translation>
    </message>
    <message>
        <source>Stop measuring; what has been drawn stays</source>
        <translation>Nicht weiter messen; was gezeichnet ist, bleibt</translation>
    </message>
    <message>
        <source>Trains with the presets “{0}” and “{1}”, one after the other, and draws both here. Your settings stay as they are.</source>
        <translation>Trainiert nacheinander mit den Vorlagen „{0}“ und „{1}“ und zeichnet beide hier ein. Ihre Einstellungen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>{0}. Drag it: the sketch on the left is read with this distortion, and stays as it is.</source>
        <translation>{0}. Ziehen Sie daran: So wird die Skizze links gelesen, die selbst bleibt, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>DrawingsCard</name>
    <message>
        <source>&amp;Move to</source>
        <translation>&amp;Verschieben zu</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Another class…</source>
        <translation>Andere Klasse …</translation>
    </message>
    <message>
        <source>Archives ({0})</source>
        <translation>Archive ({0})</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Export my drawings</source>
        <translation>Meine Zeichnungen exportieren</translation>
    </message>
    <message>
        <source>Label the selected drawing differently, or all of the selected class</source>
        <translation>Die gewählte Zeichnung anders kennzeichnen, oder alle der gewählten Klasse</translation>
    </message>
    <message>
        <source>Label:</source>
        <translation>Label:</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben zu</translation>
    </message>
    <message>
        <source>My drawings</source>
        <translation>Meine Zeichnungen</translation>
    </message>
    <message>
        <source>Nothing kept yet. Draw on the pad, label what you drew and keep it: a digit that is misread, letters, shapes, anything. Five or six drawings of a class are a start. Then train a network, and see whether it reads those held out.</source>
        <translation>Noch keine Zeichnungen. Zeichnen Sie etwas, kennzeichnen Sie es, und behalten Sie es: eine Ziffer, die falsch gelesen wird, Buchstaben, Formen, was Sie wollen. Fünf oder sechs Zeichnungen einer Klasse sind ein Anfang. Trainieren Sie dann ein Netz, und sehen Sie, ob es die zurückgehaltenen liest.</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Reading your drawings…</source>
        <translation>Ihre Zeichnungen werden gelesen …</translation>
    </message>
    <message>
        <source>Remove the selected drawing, or all of the selected class (Del)</source>
        <translation>Die gewählte Zeichnung entfernen, oder alle der gewählten Klasse (Entf)</translation>
    </message>
    <message>
        <source>Rename the selected class (F2); the name of another class merges the two</source>
        <translation>Die gewählte Klasse umbenennen (F2); mit dem Namen einer anderen Klasse werden beide vereint</translation>
    </message>
    <message>
        <source>Save them all as a .zip file with train/&lt;class&gt; and valid/&lt;class&gt;</source>
        <translation>Alle als .zip-Datei mit train/&lt;Klasse&gt; und valid/&lt;Klasse&gt; speichern</translation>
    </message>
    <message>
        <source>Undo the last removal, move or renaming</source>
        <translation>Das letzte Entfernen, Verschieben oder Umbenennen zurücknehmen</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>misread as {0}</source>
        <translation>falsch gelesen: {0}</translation>
    </message>
    <message>
        <source>read as {0}</source>
        <translation>gelesen: {0}</translation>
    </message>
</context>
<context>
    <name>DrawingsPage</name>
    <message>
        <source>Saved your drawings as {0}</source>
        <translation>Ihre Zeichnungen sind gespeichert als {0}</translation>
    </message>
</context>
<context>
    <name>DrawingsPages</name>
    <message>
        <source>Keep what you draw, and teach a network to read it</source>
        <translation>Behalten, was Sie zeichnen, und einem Netz beibringen, es zu lesen</translation>
    </message>
    <message>
        <source>My drawings</source>
        <translation>Meine Zeichnungen</translation>
    </message>
    <message>
        <source>My drawings + {0}</source>
        <translation>Meine Zeichnungen + {0}</translation>
    </message>
</context>
<context>
    <name>EvaluatePage</name>
    <message>
        <source>Accuracy by class</source>
        <translation>Treffer je Klasse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Reading the validation images…</source>
        <translation>Die Validierungsbilder werden gelesen …</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>See what the model gets wrong on images that it never learned from, how sure it was, and where your sketch lies among them.</source>
        <translation>Sehen Sie, was das Modell bei Bildern falsch liest, aus denen es nie gelernt hat, wie sicher es war, und wo Ihre Skizze unter ihnen liegt.</translation>
    </message>
    <message>
        <source>The model or the data has changed since.</source>
        <translation>Modell oder Daten haben sich seither geändert.</translation>
    </message>
    <message>
        <source>These figures are for an earlier model.</source>
        <translation>Diese Zahlen gelten für ein früheres Modell.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>ExcitingImages</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go through the training images with the network as it is now</source>
        <translation>Die Trainingsbilder mit dem Netz durchgehen, wie es jetzt ist</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Training images that excite it most</source>
        <translation>Trainingsbilder, die es am stärksten anregen</translation>
    </message>
    <message>
        <source>activations {0} to {1}</source>
        <translation>Aktivierungen {0} bis {1}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>{0:,} of {1:,} images</source>
        <translation>{0:,} von {1:,} Bildern</translation>
    </message>
    <message>
        <source>“{0}”: activation {1}</source>
        <translation>„{0}“: Aktivierung {1}</translation>
    </message>
</context>
<context>
    <name>ExperimentCard</name>
    <message>
        <source>Nothing is drawn yet: a test image stands in for your sketch.</source>
        <translation>Es ist noch nichts gezeichnet: Ein Testbild vertritt Ihre Skizze.</translation>
    </message>
    <message>
        <source>Open Look inside at what this lesson is about: in your own network, or in the starter network until you have trained one</source>
        <translation>Hineinsehen öffnen, bei dem, wovon diese Lektion handelt: in Ihrem eigenen Netz oder, solange Sie keines trainiert haben, im Startnetz</translation>
    </message>
    <message>
        <source>See it in the network that reads your sketch</source>
        <translation>In dem Netz ansehen, das Ihre Skizze liest</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
</context>
<context>
    <name>ExplainWords</name>
    <message>
        <source>A curve: along the bottom how far it has got, up the side how large it is.</source>
        <translation>Eine Kurve: nach rechts, wie weit es ist, nach oben, wie groß der Wert ist.</translation>
    </message>
    <message>
        <source>A line for each number: what it is, how it is worked out, and what comes out.</source>
        <translation>Eine Zeile für jede Zahl: was sie ist, wie sie sich ergibt und was herauskommt.</translation>
    </message>
    <message>
        <source>A setting of this experiment: change it, and the figures follow at once.</source>
        <translation>Eine Einstellung dieses Experiments: Ändert man sie, folgen die Abbildungen sofort.</translation>
    </message>
    <message>
        <source>A share of the validation images, 0 to 100 %, from little to much distortion. What training varied is shaded.</source>
        <translation>Ein Anteil der Validierungsbilder, 0 bis 100 %, von wenig bis viel Verzerrung. Schattiert ist, was das Training variiert hat.</translation>
    </message>
    <message>
        <source>All runs, the newest first. The ticked ones are drawn in the plots, and their networks read the sketch, too.</source>
        <translation>Alle Läufe, der neueste zuerst. Die angehakten stehen in den Diagrammen, und auch ihre Netze lesen die Skizze.</translation>
    </message>
    <message>
        <source>All that the network gets: 28 × 28 numbers. The ink is 20 pixels long at most, and its centre of mass is in the middle, as in MNIST.</source>
        <translation>Alles, was das Netz bekommt: 28 × 28 Zahlen. Die Tinte ist höchstens 20 Pixel lang, und ihr Schwerpunkt liegt in der Mitte, wie bei MNIST.</translation>
    </message>
    <message>
        <source>An answer to choose. Check tells whether it is right.</source>
        <translation>Eine Antwort zur Auswahl. Ob sie stimmt, sagt Prüfen.</translation>
    </message>
    <message>
        <source>Changes a copy of the network, and shows what becomes of its answers. The network itself stays as it is.</source>
        <translation>Verändert eine Kopie des Netzes und zeigt, was aus seinen Antworten wird. Das Netz selbst bleibt heil.</translation>
    </message>
    <message>
        <source>Closes the window, as Esc does.</source>
        <translation>Schließt das Fenster, wie Esc.</translation>
    </message>
    <message>
        <source>Each point is an image: what lies close together looks alike to the network. Misread images lie where the classes meet.</source>
        <translation>Jeder Punkt ist ein Bild: Was nahe beieinander liegt, sieht für das Netz ähnlich aus. Falsch gelesene Bilder liegen dort, wo sich die Klassen treffen.</translation>
    </message>
    <message>
        <source>Goes through the moments of the run that were kept: pad, Look inside and Evaluate show the network as it was.</source>
        <translation>Geht durch die aufbewahrten Momente des Laufs: Zeichenfläche, Hineinsehen und Auswerten zeigen das Netz, wie es war.</translation>
    </message>
    <message>
        <source>How far confidence and accuracy are apart, on average.</source>
        <translation>Wie weit Sicherheit und Genauigkeit im Mittel auseinanderliegen.</translation>
    </message>
    <message>
        <source>How far each step goes: a step moves each weight by the learning rate times its gradient, downhill. Too small, and learning crawls; too large, and it leaps over the valley, and the loss explodes.</source>
        <translation>Wie weit jeder Schritt geht: Er bewegt jedes Gewicht um die Lernrate mal seinem Gradienten, bergab. Zu klein, und das Lernen kriecht; zu groß, und es springt über das Tal, und der Verlust explodiert.</translation>
    </message>
    <message>
        <source>How likely the network thinks each class is; all bars add up to 100 %. L1 and RMSE are distances to the mean image of each class, and the smallest one would win.</source>
        <translation>Für wie wahrscheinlich das Netz jede Klasse hält; alle Balken zusammen ergeben 100 %. L1 und RMSE sind Abstände zum mittleren Bild jeder Klasse; der kleinste gewänne.</translation>
    </message>
    <message>
        <source>How likely the network thinks its answer is.</source>
        <translation>Für wie wahrscheinlich das Netz seine Antwort hält.</translation>
    </message>
    <message>
        <source>How many images a step looks at. Their mean gradient is a guess at that of all images: few of them guess roughly, but many steps fit into an epoch.</source>
        <translation>Wie viele Bilder ein Schritt ansieht. Ihr mittlerer Gradient schätzt den aller Bilder: Wenige schätzen grob, aber dafür passen viele Schritte in eine Epoche.</translation>
    </message>
    <message>
        <source>How many images of each class and split there are. Where one class has many more, guessing it is right more often.</source>
        <translation>Wie viele Bilder es von jeder Klasse in jedem Teil gibt. Hat eine Klasse viel mehr, liegt öfter richtig, wer sie rät.</translation>
    </message>
    <message>
        <source>How many pixels are paper, ink, or something between.</source>
        <translation>Wie viele Pixel Papier, Tinte oder etwas dazwischen sind.</translation>
    </message>
    <message>
        <source>How many times the network goes through all training images.</source>
        <translation>Wie oft das Netz alle Trainingsbilder durchgeht.</translation>
    </message>
    <message>
        <source>How much of it is done.</source>
        <translation>Wie viel davon geschafft ist.</translation>
    </message>
    <message>
        <source>How well networks read images that are distorted more and more; the slider does the same to the sketch.</source>
        <translation>Wie gut Netze Bilder lesen, die immer stärker verzerrt sind; der Regler macht mit der Skizze dasselbe.</translation>
    </message>
    <message>
        <source>How wrong the network was about each batch, before it took its step. It jumps, as each batch has other images; the smoothed curve shows where it goes.</source>
        <translation>Wie falsch das Netz bei jedem Batch lag, bevor es seinen Schritt machte. Der Verlust springt, da jeder Batch andere Bilder hat; die geglättete Kurve zeigt, wohin es geht.</translation>
    </message>
    <message>
        <source>Images as the network has them, each pixel a number. Click a pixel, or move with the arrow keys, to read it.</source>
        <translation>Bilder, wie das Netz sie hat, jedes Pixel eine Zahl. Ein Klick oder die Pfeiltasten zeigen sie.</translation>
    </message>
    <message>
        <source>Images in a pile: a tensor of rank 3. Each card is one image.</source>
        <translation>Bilder auf einem Stapel: ein Tensor vom Rang 3. Jede Karte ist ein Bild.</translation>
    </message>
    <message>
        <source>Images of the dataset. Choose one, and it can be put on the pad.</source>
        <translation>Bilder des Datensatzes. Ein ausgewähltes lässt sich auf die Zeichenfläche legen.</translation>
    </message>
    <message>
        <source>Is it as often right as it is sure? On the diagonal it is; below, it is too sure.</source>
        <translation>Liegt es so oft richtig, wie es sicher ist? Auf der Diagonale ja; darunter ist es sich zu sicher.</translation>
    </message>
    <message>
        <source>Numbers of the experiment, side by side.</source>
        <translation>Zahlen des Experiments nebeneinander.</translation>
    </message>
    <message>
        <source>One digit of the number: as the network gets it, what it is read as, and how sure. The chosen one is what bars, pixels, Why? and the other pages are about.</source>
        <translation>Eine Ziffer der Zahl: wie das Netz sie bekommt, als was es sie liest und wie sicher. Um die gewählte geht es bei Balken, Pixeln, Warum? und auf den anderen Seiten.</translation>
    </message>
    <message>
        <source>One neuron: each input times its weight, all of that added up, and what the activation function makes of it.</source>
        <translation>Ein Neuron: jede Eingabe mal ihr Gewicht, alles zusammengezählt, und was die Aktivierungsfunktion daraus macht.</translation>
    </message>
    <message>
        <source>One step of learning for one weight, page by page: forward to the loss, back to the gradient, and what the optimizer makes of it.</source>
        <translation>Ein Lernschritt für ein Gewicht, Seite für Seite: vorwärts zum Verlust, zurück zum Gradienten, und was der Optimierer daraus macht.</translation>
    </message>
    <message>
        <source>Rows are what the images are, columns what the network said. The diagonal is right; everything beside it is a mistake, and a click shows which images those are.</source>
        <translation>Zeilen sind, was die Bilder zeigen, Spalten, was das Netz gesagt hat. Die Diagonale ist richtig; alles daneben sind Fehler, und ein Klick zeigt, welche Bilder das sind.</translation>
    </message>
    <message>
        <source>The average of all images of a class, pixel by pixel.</source>
        <translation>Der Mittelwert aller Bilder einer Klasse, Pixel für Pixel.</translation>
    </message>
    <message>
        <source>The class that the network thinks most likely.</source>
        <translation>Die Klasse, die das Netz für die wahrscheinlichste hält.</translation>
    </message>
    <message>
        <source>The columns of the table. Click one to sort by it.</source>
        <translation>Die Spalten der Tabelle. Ein Klick sortiert danach.</translation>
    </message>
    <message>
        <source>The computation as a graph: numbers flow from left to right, gradients back.</source>
        <translation>Die Rechnung als Graph: Zahlen fließen von links nach rechts, Gradienten zurück.</translation>
    </message>
    <message>
        <source>The dataset as folders, as the book&apos;s is: a folder for training and one for validation, and in each a folder for each class.</source>
        <translation>Der Datensatz als Ordner wie im Buch: einer zum Trainieren und einer zum Validieren, und in beiden ein Ordner für jede Klasse.</translation>
    </message>
    <message>
        <source>The images of the chosen cell; without one, the mistakes of which the network was surest.</source>
        <translation>Die Bilder der gewählten Zelle; ohne Auswahl die Fehler, bei denen sich das Netz am sichersten war.</translation>
    </message>
    <message>
        <source>The lesson: an answer, an experiment to try it, and a check.</source>
        <translation>Die Lektion: eine Antwort, ein Experiment zum Ausprobieren und eine Frage.</translation>
    </message>
    <message>
        <source>The lines that compute what you see. What stands beside a line is what it gave when it ran just now.</source>
        <translation>Die Zeilen, die berechnen, was Sie sehen. Neben einer Zeile steht, was sie eben ergeben hat.</translation>
    </message>
    <message>
        <source>The loss around a run: each place of the map is a network, whose loss is its height.</source>
        <translation>Der Verlust rund um einen Lauf: Jeder Ort der Karte ist ein Netz, dessen Verlust seine Höhe ist.</translation>
    </message>
    <message>
        <source>The loss while the learning rate grows from step to step. A good rate is where it falls steeply, well before it explodes.</source>
        <translation>Der Verlust, während die Lernrate von Schritt zu Schritt wächst. Gut ist eine Rate, bei der er steil fällt, deutlich bevor er explodiert.</translation>
    </message>
    <message>
        <source>The network with the sketch on its way through. Each circle is a neuron, and its shade tells how active it is; each line is a weight times what comes along it.</source>
        <translation>Das Netz mit der Skizze auf ihrem Weg hindurch. Jeder Kreis ist ein Neuron, und seine Tönung zeigt, wie aktiv es ist; jede Linie ist ein Gewicht mal dem, was auf ihr ankommt.</translation>
    </message>
    <message>
        <source>The number on the pad, digit by digit: the network reads each by itself, in 28 × 28 pixels of its own, as if it stood alone. Strokes that overlap from above are of one digit; dots and dashes between digits are left out.</source>
        <translation>Die Zahl auf der Zeichenfläche, Ziffer für Ziffer: Das Netz liest jede für sich, in 28 × 28 eigenen Pixeln, als stünde sie allein. Striche, die übereinanderliegen, gehören zu einer Ziffer; Punkte und Striche zwischen Ziffern zählen nicht.</translation>
    </message>
    <message>
        <source>The pad. Draw a digit with mouse, pen or finger: it is kept as strokes, and drawn anew as 28 × 28 pixels for the network at every move.</source>
        <translation>Die Zeichenfläche. Hier wird mit Maus, Stift oder Finger eine Ziffer gezeichnet: Sie bleibt als Striche erhalten und wird bei jeder Bewegung für das Netz neu als 28 × 28 Pixel gezeichnet.</translation>
    </message>
    <message>
        <source>The pages. Ctrl with a number opens them, too.</source>
        <translation>Die Seiten. Auch Strg mit einer Zahl öffnet sie.</translation>
    </message>
    <message>
        <source>The pixel below the pointer: row, column and its number.</source>
        <translation>Das Pixel unter dem Zeiger: Zeile, Spalte und seine Zahl.</translation>
    </message>
    <message>
        <source>The questions of the chapter. A tick stands at those that are done.</source>
        <translation>Die Fragen des Kapitels. Die erledigten haben ein Häkchen.</translation>
    </message>
    <message>
        <source>The same numbers in rows, to read and to sort.</source>
        <translation>Dieselben Zahlen in Zeilen, zum Lesen und Sortieren.</translation>
    </message>
    <message>
        <source>The share of the validation images that it reads correctly.</source>
        <translation>Der Anteil der Validierungsbilder, die es richtig liest.</translation>
    </message>
    <message>
        <source>The share of validation images that are read correctly. Nothing was learned from them, so it tells how well the network reads what it has never seen.</source>
        <translation>Der Anteil der Validierungsbilder, die richtig gelesen werden. Aus ihnen wurde nichts gelernt; so zeigt er, wie gut das Netz liest, was es nie gesehen hat.</translation>
    </message>
    <message>
        <source>The share that is read correctly, for each class by itself.</source>
        <translation>Der Anteil, der richtig gelesen wird, für jede Klasse einzeln.</translation>
    </message>
    <message>
        <source>The sketch after the distortion, what each network reads in it, and how much of it an answer can stand. Left and right are the slider&apos;s.</source>
        <translation>Die Skizze nach der Verzerrung, was jedes Netz darin liest, und wie viel davon eine Antwort aushält. Links und rechts sind die des Reglers.</translation>
    </message>
    <message>
        <source>The sketch as it will be kept: 28 × 28 pixels.</source>
        <translation>Die Skizze, wie sie behalten wird: 28 × 28 Pixel.</translation>
    </message>
    <message>
        <source>The sketch on its way through the network, from the pixels to the answer.</source>
        <translation>Die Skizze auf ihrem Weg durchs Netz, von den Pixeln zur Antwort.</translation>
    </message>
    <message>
        <source>There is more than fits: drag, or turn the wheel.</source>
        <translation>Hier ist mehr, als hineinpasst: ziehen oder am Rad drehen.</translation>
    </message>
    <message>
        <source>Type the answer; Enter checks it.</source>
        <translation>Antwort eintippen; die Eingabetaste prüft sie.</translation>
    </message>
    <message>
        <source>Weights, gradients or images as pictures, each pixel a number. In colour, warm is above zero and cold below, and the stronger, the further away.</source>
        <translation>Gewichte, Gradienten oder Bilder, jedes Pixel eine Zahl. In Farbe liegt Warmes über null und Kaltes darunter, je kräftiger, desto weiter.</translation>
    </message>
    <message>
        <source>What a change does, from little to much; the point is where it is now.</source>
        <translation>Was eine Änderung bewirkt, von wenig bis viel; der Punkt zeigt, wo sie jetzt steht.</translation>
    </message>
    <message>
        <source>What goes on at the moment.</source>
        <translation>Was gerade geschieht.</translation>
    </message>
    <message>
        <source>What the arithmetic runs on.</source>
        <translation>Worauf gerechnet wird.</translation>
    </message>
    <message>
        <source>What the book&apos;s baseline says, which learns nothing: which mean image is nearest?</source>
        <translation>Was der einfache Vergleich des Buchs sagt, der nichts lernt: Welchem mittleren Bild ist die Skizze am nächsten?</translation>
    </message>
    <message>
        <source>What the columns of the table are.</source>
        <translation>Was die Spalten der Tabelle sind.</translation>
    </message>
    <message>
        <source>What the sketch shows: a digit, a letter, any name.</source>
        <translation>Was die Skizze zeigt: eine Ziffer, einen Buchstaben, irgendeinen Namen.</translation>
    </message>
    <message>
        <source>What this network has never learned, and so can&apos;t answer.</source>
        <translation>Was dieses Netz nie gelernt hat und darum nicht beantworten kann.</translation>
    </message>
    <message>
        <source>What to look at: mistakes and confidence, or how much distortion a network can stand.</source>
        <translation>Was betrachtet wird: Fehler und Sicherheit, oder wie viel Verzerrung ein Netz aushält.</translation>
    </message>
    <message>
        <source>What to look at: the drawn network, mean images, or a layer&apos;s weights.</source>
        <translation>Was zu sehen ist: das gezeichnete Netz, mittlere Bilder oder die Gewichte einer Schicht.</translation>
    </message>
    <message>
        <source>Which class each mark of the map stands for.</source>
        <translation>Für welche Klasse jedes Zeichen der Karte steht.</translation>
    </message>
    <message>
        <source>Which colour is which loss. A line is where it changes.</source>
        <translation>Welche Farbe welcher Verlust ist. Eine Linie ist, wo sie wechselt.</translation>
    </message>
    <message>
        <source>Which colour stands for which number.</source>
        <translation>Welche Farbe für welche Zahl steht.</translation>
    </message>
    <message>
        <source>Which curve is which: each has a colour and dashes of its own.</source>
        <translation>Welche Kurve welche ist: Jede hat ihre eigene Farbe und Strichelung.</translation>
    </message>
    <message>
        <source>Which network answers. While it trains, it is the one that learns.</source>
        <translation>Welches Netz antwortet. Während des Trainings ist es das, welches lernt.</translation>
    </message>
    <message>
        <source>Which network was evaluated, on which images.</source>
        <translation>Welches Netz ausgewertet wurde und mit welchen Bildern.</translation>
    </message>
    <message>
        <source>Which plane it is, whose paths are on it, and where these end. Each loss is worked out as the map&apos;s is.</source>
        <translation>Welche Ebene es ist, wessen Wege darauf sind und wo diese enden. Jeder Verlust ist wie der der Karte ausgerechnet.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Mean of each class</source>
        <translation>Mittel jeder Klasse</translation>
    </message>
    <message>
        <source>Pixel values</source>
        <translation>Pixelwerte</translation>
    </message>
    <message>
        <source>The mean of all images of a class; click to see them</source>
        <translation>Das Mittel aller Bilder einer Klasse; ein Klick zeigt sie</translation>
    </message>
    <message>
        <source>{0:.0f} % paper, mean value {1:.1f}</source>
        <translation>{0:.0f} % Papier, Mittelwert {1:.1f}</translation>
    </message>
</context>
<context>
    <name>FactsArea</name>
    <message>
        <source>What is on the map</source>
        <translation>Was auf der Karte ist</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Drawn digits</source>
        <translation>Gezeichnete Ziffern</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>How far the last step went down the slope</source>
        <translation>Wie weit der letzte Schritt den Hang hinabführte</translation>
    </message>
    <message>
        <source>How long the run still takes or has taken, not counting pauses; it doesn&apos;t affect the learning</source>
        <translation>Wie lange der Lauf noch dauert oder gedauert hat, Pausen nicht gezählt; am Lernen ändert das nichts</translation>
    </message>
    <message>
        <source>How many digits of five people whom nothing in Inkgrad was trained on the network reads correctly: strokes, as you draw them on the pad. The validation set comes from the same source as the training set; this doesn&apos;t</source>
        <translation>Wie viele Ziffern von fünf Menschen, an denen nichts in Inkgrad trainiert wurde, das Netz richtig liest: Striche, wie man sie auf der Zeichenfläche zeichnet. Die Validierungsdaten kommen aus derselben Quelle wie die Trainingsdaten, diese nicht</translation>
    </message>
    <message>
        <source>How many images of the validation set the network reads correctly; it never learns from them</source>
        <translation>Wie viele Bilder der Validierungsdaten das Netz richtig liest; es lernt nie aus ihnen</translation>
    </message>
    <message>
        <source>How many steps it has taken: one per batch</source>
        <translation>Wie viele Schritte gemacht sind: einer je Batch</translation>
    </message>
    <message>
        <source>How many times it has seen every image in the training set</source>
        <translation>Wie oft das Netz jedes Bild der Trainingsdaten gesehen hat</translation>
    </message>
    <message>
        <source>How much of the run is done</source>
        <translation>Wie viel vom Lauf geschafft ist</translation>
    </message>
    <message>
        <source>How wrong its answers on the validation set are. Where this rises while the training loss still falls, the network is learning its images by heart</source>
        <translation>Wie falsch die Antworten auf die Validierungsdaten sind. Wo er steigt, während der Trainingsverlust noch fällt, lernt das Netz seine Bilder auswendig</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
</context>
<context>
    <name>FirstHint</name>
    <message>
        <source>Draw, and the network reads every stroke.</source>
        <translation>Zeichnen Sie: Das Netz liest jeden Strich.</translation>
    </message>
    <message>
        <source>Open the other pages to see why.</source>
        <translation>Die anderen Seiten zeigen, warum.</translation>
    </message>
    <message>
        <source>Press “Train”: the loss falls, and the answer changes.</source>
        <translation>Drücken Sie „Trainieren“: Der Verlust fällt, und die Antwort ändert sich.</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>28 × 28 pixels</source>
        <translation>28 × 28 Pixel</translation>
    </message>
    <message>
        <source>Click to enlarge it (Enter)</source>
        <translation>Ein Klick vergrößert es (Eingabetaste)</translation>
    </message>
    <message>
        <source>Draw something to see what each layer makes of it.</source>
        <translation>Zeichnen Sie etwas, um zu sehen, was jede Schicht daraus macht.</translation>
    </message>
    <message>
        <source>Each number from before, passed through this function on its own</source>
        <translation>Jede Zahl davor, einzeln durch diese Funktion geschickt</translation>
    </message>
    <message>
        <source>Maps, each made by filters that slide over the maps before</source>
        <translation>Karten, jede von Filtern gemacht, die über die Karten davor gleiten</translation>
    </message>
    <message>
        <source>Smaller maps: of each 2 × 2 numbers, the highest is kept</source>
        <translation>Kleinere Karten: Von je 2 × 2 Zahlen bleibt die höchste</translation>
    </message>
    <message>
        <source>The sketch as the network gets it: 28 × 28 pixels</source>
        <translation>Die Skizze, wie das Netz sie bekommt: 28 × 28 Pixel</translation>
    </message>
    <message>
        <source>Weighted sums of all the numbers before; the last are the answer</source>
        <translation>Gewichtete Summen aller Zahlen davor; die letzten sind die Antwort</translation>
    </message>
    <message>
        <source>Your sketch, layer by layer</source>
        <translation>Ihre Skizze, Schicht für Schicht</translation>
    </message>
    <message>
        <source>map {0} of {1}, counted from 0</source>
        <translation>Karte {0} von {1}, gezählt ab 0</translation>
    </message>
    <message>
        <source>neuron {0}</source>
        <translation>Neuron {0}</translation>
    </message>
    <message>
        <source>{0}, map {1}, row {2}, column {3}: {4}</source>
        <translation>{0}, Karte {1}, Zeile {2}, Spalte {3}: {4}</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation>{0}, {1}: {2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>“?”, no class at all</source>
        <translation>„?“, gar keine Klasse</translation>
    </message>
</context>
<context>
    <name>FolderTree</name>
    <message>
        <source>Folders of the dataset</source>
        <translation>Ordner des Datensatzes</translation>
    </message>
</context>
<context>
    <name>ForwardWords</name>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln anderer</numerusform>
            <numerusform>%Ln andere</numerusform>
        </translation>
    </message>
    <message>
        <source>0 where the answer is right, else 1</source>
        <translation>0, wo die Antwort stimmt, sonst 1</translation>
    </message>
    <message>
        <source>Forward through layer {0}: {1}</source>
        <translation>Vorwärts durch Schicht {0}: {1}</translation>
    </message>
    <message>
        <source>Forward, layer {0}</source>
        <translation>Vorwärts, Schicht {0}</translation>
    </message>
    <message>
        <source>The answer to a sketch has other shares: there outputs are divided by {0}.</source>
        <translation>Die Antwort auf eine Skizze hat andere Anteile: Dort werden die Ausgänge durch {0} geteilt.</translation>
    </message>
    <message>
        <source>The answer to a sketch has other shares: “?” is left out, and outputs are divided by {0}.</source>
        <translation>Die Antwort auf eine Skizze hat andere Anteile: „?“ fehlt dort, und die Ausgänge werden durch {0} geteilt.</translation>
    </message>
    <message>
        <source>The answer to a sketch has other shares: “?” is left out.</source>
        <translation>Die Antwort auf eine Skizze hat andere Anteile: „?“ fehlt dort.</translation>
    </message>
    <message>
        <source>The loss</source>
        <translation>Der Verlust</translation>
    </message>
    <message>
        <source>Weight times input, added up: an output, or logit. → is on the path.</source>
        <translation>Gewicht mal Eingabe, addiert: ein Ausgang, also Logit. → liegt auf dem Pfad.</translation>
    </message>
    <message>
        <source>Weight times input, added up; then the activation function. → is on the path.</source>
        <translation>Gewicht mal Eingabe, addiert; dann die Aktivierungsfunktion. → liegt auf dem Pfad.</translation>
    </message>
    <message>
        <source>What the outputs say, as shares of 1, and how far that is from right.</source>
        <translation>Was die Ausgänge sagen, als Anteile an 1, und wie falsch das ist.</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>largest of its window: the pool hands it on as row {0}, column {1}</source>
        <translation>größter Wert seines Fensters: Das Pooling gibt ihn als Zeile {0}, Spalte {1} weiter</translation>
    </message>
    <message>
        <source>loss, as {0} is right</source>
        <translation>Verlust, da {0} richtig ist</translation>
    </message>
    <message numerus="yes">
        <source>mean of all %Ln image(s) of the batch</source>
        <translation>
            <numerusform>Mittel über %Ln Bild des Batches</numerusform>
            <numerusform>Mittel über alle %Ln Bilder des Batches</numerusform>
        </translation>
    </message>
    <message>
        <source>sum z</source>
        <translation>Summe z</translation>
    </message>
    <message>
        <source>the pool took another place in its window</source>
        <translation>das Pooling nahm eine andere Stelle seines Fensters</translation>
    </message>
</context>
<context>
    <name>FreeQuestion</name>
    <message>
        <source>Keep the answer</source>
        <translation>Antwort behalten</translation>
    </message>
    <message>
        <source>Keep the answer, so that your teacher can read it</source>
        <translation>Die Antwort behalten, damit Ihre Lehrkraft sie lesen kann</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Too long: only its first {0} characters are kept</source>
        <translation>Zu lang: Nur die ersten {0} Zeichen werden behalten</translation>
    </message>
    <message>
        <source>Your answer, in your own words</source>
        <translation>Ihre Antwort, in eigenen Worten</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Put on &amp;pad</source>
        <translation>Zur &amp;Zeichenfläche</translation>
    </message>
    <message>
        <source>Put the selected image on the pad for the network to read (Enter or double-click)</source>
        <translation>Das gewählte Bild auf die Zeichenfläche legen, damit das Netz es liest (Eingabetaste oder Doppelklick)</translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message>
        <source>Accuracy on drawn digits is {0:.1f} percentage points lower than on the validation set, which comes from the same source as the training set: a test says less about the world than it seems to.</source>
        <translation>Gezeichnete Ziffern werden um {0:.1f} Prozentpunkte schlechter gelesen als die Validierungsdaten aus derselben Quelle wie die Trainingsdaten: Ein Test sagt weniger über die Welt, als es scheint.</translation>
    </message>
    <message>
        <source>Drawn digits are read about as well as the validation set, or better: what that test shows is true of them, too.</source>
        <translation>Gezeichnete Ziffern werden etwa so gut gelesen wie die Validierungsdaten oder besser: Was dieser Test zeigt, gilt auch für sie.</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>Graph of the computation</source>
        <translation>Graph der Rechnung</translation>
    </message>
    <message>
        <source>slope {0}</source>
        <translation>Steigung {0}</translation>
    </message>
</context>
<context>
    <name>HandsForm</name>
    <message>
        <source>Freeze it</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Pruning and noise leave this layer as it is</source>
        <translation>Das Entfernen und das Rauschen lassen diese Schicht, wie sie ist</translation>
    </message>
    <message>
        <source>Switched off in it</source>
        <translation>Darin abgeschaltet</translation>
    </message>
    <message>
        <source>Their activation becomes 0; numbers count from 0</source>
        <translation>Ihre Aktivierung wird 0; gezählt wird ab 0</translation>
    </message>
    <message>
        <source>Which layer is scaled, is frozen, or has neurons switched off</source>
        <translation>Welche Schicht skaliert wird, eingefroren ist oder abgeschaltete Neuronen hat</translation>
    </message>
    <message>
        <source>neurons by their numbers, such as 3, 7</source>
        <translation>Neuronen nach Nummern, etwa 3, 7</translation>
    </message>
</context>
<context>
    <name>HandsOn</name>
    <message>
        <source>Accuracy (0 to 100 %) along “{0}”, {1} to {2}</source>
        <translation>Genauigkeit (0 bis 100 %) entlang „{0}“, {1} bis {2}</translation>
    </message>
    <message>
        <source>Accuracy along the slider that was moved last</source>
        <translation>Genauigkeit entlang des zuletzt bewegten Reglers</translation>
    </message>
    <message>
        <source>Draw something to see how it is read.</source>
        <translation>Etwas zeichnen, um zu sehen, wie es gelesen wird.</translation>
    </message>
    <message>
        <source>Intervene</source>
        <translation>Eingreifen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Save as a model…</source>
        <translation>Als Modell speichern …</translation>
    </message>
    <message>
        <source>Save the changed copy; the run stays as it is</source>
        <translation>Die veränderte Kopie speichern; der Lauf bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>Modell speichern</translation>
    </message>
    <message>
        <source>Saved the changed copy as {0}</source>
        <translation>Die veränderte Kopie wurde als {0} gespeichert</translation>
    </message>
    <message>
        <source>This layer has the neurons 0 to {0}.</source>
        <translation>Diese Schicht hat die Neuronen 0 bis {0}.</translation>
    </message>
    <message>
        <source>Undo all that was done here</source>
        <translation>Alles zurücknehmen, was hier getan wurde</translation>
    </message>
</context>
<context>
    <name>HandsWords</name>
    <message>
        <source>Add noise to the weights</source>
        <translation>Rauschen auf die Gewichte</translation>
    </message>
    <message>
        <source>Adds random numbers to all weights, as large as this share of their layer&apos;s spread</source>
        <translation>Addiert Zufallszahlen zu allen Gewichten, so groß wie dieser Anteil der Streuung ihrer Schicht</translation>
    </message>
    <message>
        <source>Divides the outputs before they become percentages: above 1 the network is less sure, below 1 surer; what it reads stays the same</source>
        <translation>Teilt die Ausgaben, bevor aus ihnen Prozente werden: Über 1 ist das Netz weniger sicher, unter 1 sicherer; was es liest, bleibt gleich</translation>
    </message>
    <message>
        <source>Multiplies the weights and biases of the chosen layer</source>
        <translation>Multipliziert die Gewichte und Biases der gewählten Schicht</translation>
    </message>
    <message>
        <source>Of {0:,} validation images: {1} (as it was: {2})</source>
        <translation>Von {0:,} Validierungsbildern: {1} (wie es war: {2})</translation>
    </message>
    <message>
        <source>Prune the smallest weights</source>
        <translation>Kleinste Gewichte entfernen</translation>
    </message>
    <message>
        <source>Scale the layer</source>
        <translation>Schicht skalieren</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>This share of all weights becomes 0: those nearest to 0</source>
        <translation>Dieser Anteil aller Gewichte wird 0: die, die der 0 am nächsten sind</translation>
    </message>
    <message>
        <source>Your sketch: {0}, {1} sure (as it was: {2}, {3})</source>
        <translation>Ihre Skizze: {0}, {1} sicher (wie es war: {2}, {3})</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>&amp;Evaluate again</source>
        <translation>&amp;Neu auswerten</translation>
    </message>
    <message>
        <source>Accuracy on the validation set</source>
        <translation>Genauigkeit auf den Validierungsdaten</translation>
    </message>
    <message>
        <source>Read the validation set with the current model, which learns nothing from it</source>
        <translation>Die Validierungsdaten mit dem aktuellen Modell lesen; es lernt dabei nichts</translation>
    </message>
    <message numerus="yes">
        <source>{0} · %Ln validation image(s) of {1}</source>
        <translation>
            <numerusform>{0} · %Ln Validierungsbild, {1}</numerusform>
            <numerusform>{0} · %Ln Validierungsbilder, {1}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>The log is in {0}</source>
        <translation>Das Log liegt in {0}</translation>
    </message>
    <message>
        <source>The new language takes effect when Inkgrad next starts</source>
        <translation>Die neue Sprache gilt ab dem nächsten Start von Inkgrad</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>1 faint</source>
        <translation>1 schwach</translation>
    </message>
    <message>
        <source>255 ink</source>
        <translation>255 Tinte</translation>
    </message>
    <message>
        <source>Pixel values</source>
        <translation>Pixelwerte</translation>
    </message>
    <message>
        <source>{0:.1f} % of the pixels are paper (0), {1:.1f} % are full ink (over 247)</source>
        <translation>{0:.1f} % der Pixel sind Papier (0), {1:.1f} % volle Tinte (über 247)</translation>
    </message>
</context>
<context>
    <name>ImagesCard</name>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
</context>
<context>
    <name>InsidePage</name>
    <message>
        <source>Back to question {0}</source>
        <translation>Zurück zu Frage {0}</translation>
    </message>
    <message>
        <source>Go back to the lesson that you came from</source>
        <translation>Zurück zu der Lektion, aus der Sie kamen</translation>
    </message>
</context>
<context>
    <name>KeepCard</name>
    <message>
        <source>&amp;Keep sketch</source>
        <translation>Skizze &amp;behalten</translation>
    </message>
    <message>
        <source>Add the sketch to My drawings and clear the pad for the next one (Ctrl+K)</source>
        <translation>Die Skizze in „Meine Zeichnungen“ aufnehmen und die Zeichenfläche für die nächste leeren (Strg+K)</translation>
    </message>
    <message>
        <source>Choose a digit or press its key, or type any other label.</source>
        <translation>Wählen Sie eine Ziffer oder drücken Sie ihre Taste, oder geben Sie etwas anderes ein.</translation>
    </message>
    <message>
        <source>Draw on the pad: a digit, a letter, a shape, anything.</source>
        <translation>Zeichnen Sie eine Ziffer, einen Buchstaben, eine Form, was Sie wollen.</translation>
    </message>
    <message>
        <source>Every third drawing of a class is held out for testing.</source>
        <translation>Jede dritte Zeichnung einer Klasse wird zum Testen zurückgehalten.</translation>
    </message>
    <message>
        <source>Kept as {0}, no. {1}, for training. Draw the next one.</source>
        <translation>Behalten als {0}, Nr. {1}, zum Trainieren. Zeichnen Sie die nächste.</translation>
    </message>
    <message>
        <source>Kept as {0}, no. {1}, held out for testing. Draw the next one.</source>
        <translation>Behalten als {0}, Nr. {1}, zum Testen zurückgehalten. Zeichnen Sie die nächste.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Label as {0}</source>
        <translation>Als {0} kennzeichnen</translation>
    </message>
    <message>
        <source>Label this drawing as {0} (key {0})</source>
        <translation>Diese Zeichnung als {0} kennzeichnen (Taste {0})</translation>
    </message>
    <message>
        <source>Label this drawing as…</source>
        <translation>Kennzeichnen als …</translation>
    </message>
    <message>
        <source>Type any label, or choose one already in use; Enter keeps the sketch with that label</source>
        <translation>Ein beliebiges Label eingeben oder ein vorhandenes wählen; die Eingabetaste behält die Skizze mit diesem Label</translation>
    </message>
    <message>
        <source>or type any label</source>
        <translation>oder beliebiges Label</translation>
    </message>
</context>
<context>
    <name>KeysWindow</name>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Move between tabs, pixels and images</source>
        <translation>Zwischen Reitern, Pixeln und Bildern wechseln</translation>
    </message>
    <message>
        <source>Move to the next control</source>
        <translation>Zum nächsten Bedienelement</translation>
    </message>
    <message>
        <source>My drawings: label the sketch</source>
        <translation>Meine Zeichnungen: Skizze kennzeichnen</translation>
    </message>
    <message>
        <source>On the pad</source>
        <translation>Auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>On the pages</source>
        <translation>Auf den Seiten</translation>
    </message>
    <message>
        <source>Remove the selected item</source>
        <translation>Das Gewählte entfernen</translation>
    </message>
    <message>
        <source>Smaller, larger</source>
        <translation>Kleiner, größer</translation>
    </message>
</context>
<context>
    <name>LandscapeTable</name>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Distance from the plane</source>
        <translation>Abstand von der Ebene</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Zahlen speichern</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
</context>
<context>
    <name>LandscapeWindow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <source>How much of the loss is computed</source>
        <translation>Wie viel vom Verlust berechnet ist</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>Verlustlandschaft</translation>
    </message>
    <message>
        <source>Loss landscape of {0}</source>
        <translation>Verlustlandschaft von {0}</translation>
    </message>
    <message>
        <source>Nowhere on this plane is the loss a number.</source>
        <translation>Nirgends auf dieser Ebene ist der Verlust eine Zahl.</translation>
    </message>
    <message>
        <source>Read the run again, with the runs that are ticked now</source>
        <translation>Den Lauf neu lesen, mit den jetzt angehakten Läufen</translation>
    </message>
    <message>
        <source>Reading what is kept of the run…</source>
        <translation>Was vom Lauf aufbewahrt ist, wird gelesen …</translation>
    </message>
    <message>
        <source>Save numbers (CSV)…</source>
        <translation>Zahlen speichern (CSV) …</translation>
    </message>
    <message>
        <source>Save paths and losses for a spreadsheet</source>
        <translation>Wege und Verluste für eine Tabellenkalkulation speichern</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Save the map as a PNG image</source>
        <translation>Die Karte als PNG-Bild speichern</translation>
    </message>
    <message>
        <source>Stop computing; what has been drawn stays</source>
        <translation>Nicht weiter berechnen; was gezeichnet ist, bleibt</translation>
    </message>
    <message>
        <source>There is no landscape of this run</source>
        <translation>Von diesem Lauf gibt es keine Landschaft</translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation>Verlust {0}</translation>
    </message>
</context>
<context>
    <name>LandscapeWords</name>
    <message>
        <source>Its end is {0} away from the start</source>
        <translation>Sein Ende ist {0} vom Anfang entfernt</translation>
    </message>
    <message>
        <source>Its end: batch {0:,}, loss {1}, {2} away from the start and {3} from the end of {4}</source>
        <translation>Sein Ende: Batch {0:,}, Verlust {1}, {2} vom Anfang und {3} vom Ende von {4} entfernt</translation>
    </message>
    <message>
        <source>Loss of {0} on {1:,} of its {2:,} training images</source>
        <translation>Verlust von {0} auf {1:,} seiner {2:,} Trainingsbilder</translation>
    </message>
    <message>
        <source>Main directions of the paths</source>
        <translation>Hauptrichtungen der Wege</translation>
    </message>
    <message>
        <source>Start, end and best moment</source>
        <translation>Anfang, Ende und bester Moment</translation>
    </message>
    <message>
        <source>Start, end and best moment are the same point: both directions are random.</source>
        <translation>Anfang, Ende und bester Moment sind derselbe Punkt: Beide Richtungen sind zufällig.</translation>
    </message>
    <message>
        <source>Start, end and best moment lie on one line: the second direction is random.</source>
        <translation>Anfang, Ende und bester Moment liegen auf einer Linie: Die zweite Richtung ist zufällig.</translation>
    </message>
    <message>
        <source>The best moment is the end: the first direction leads there from the start, and the second is random. The main directions of the paths show more.</source>
        <translation>Der beste Moment ist das Ende: Die erste Richtung führt vom Anfang dorthin, und die zweite ist zufällig. Die Hauptrichtungen der Wege zeigen mehr.</translation>
    </message>
    <message>
        <source>The paths lie on one line: the second direction is random.</source>
        <translation>Die Wege liegen auf einer Linie: Die zweite Richtung ist zufällig.</translation>
    </message>
    <message>
        <source>The plane that shows the most of all paths: their main directions (PCA).</source>
        <translation>Die Ebene, in der das meiste aller Wege liegt: ihre Hauptrichtungen (PCA).</translation>
    </message>
    <message>
        <source>The plane through the start, the end and the best moment.</source>
        <translation>Die Ebene durch den Anfang, das Ende und den besten Moment.</translation>
    </message>
    <message>
        <source>Tick other runs of the same model and seed in the table of runs, such as one with another optimizer or rate, and compute again: their paths are shown, too. The main directions show most of all paths.</source>
        <translation>Haken Sie in der Tabelle weitere Läufe desselben Modells und Startwerts an, etwa einen mit anderem Optimierer oder anderer Rate, und rechnen Sie neu: Auch ihre Wege werden gezeigt. Die Hauptrichtungen zeigen das meiste aller Wege.</translation>
    </message>
    <message>
        <source>Two random directions</source>
        <translation>Zwei zufällige Richtungen</translation>
    </message>
    <message>
        <source>Two random directions around the end, filter-normalised (Li et al., 2018). Paths lead elsewhere, so that hardly anything of them shows.</source>
        <translation>Zwei zufällige Richtungen um das Ende, filternormiert (Li u. a., 2018). Wege führen anderswohin, sodass von ihnen kaum etwas zu sehen ist.</translation>
    </message>
    <message>
        <source>a random direction</source>
        <translation>eine zufällige Richtung</translation>
    </message>
    <message>
        <source>another random direction</source>
        <translation>eine weitere zufällige Richtung</translation>
    </message>
    <message>
        <source>aside, to the best moment</source>
        <translation>zur Seite, zum besten Moment</translation>
    </message>
    <message>
        <source>best</source>
        <translation>bester Moment</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>from the start to the best moment</source>
        <translation>vom Anfang zum besten Moment</translation>
    </message>
    <message>
        <source>from the start to the end</source>
        <translation>vom Anfang zum Ende</translation>
    </message>
    <message>
        <source>main direction</source>
        <translation>Hauptrichtung</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>second direction</source>
        <translation>zweite Richtung</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>{0} (by validation accuracy): batch {1:,}, loss {2}</source>
        <translation>{0} (nach Validierungsgenauigkeit): Batch {1:,}, Verlust {2}</translation>
    </message>
    <message>
        <source>{0} aren&apos;t shown: none of their weights are kept</source>
        <translation>{0} werden nicht gezeigt: Von ihnen sind keine Gewichte aufbewahrt</translation>
    </message>
    <message>
        <source>{0} aren&apos;t shown: they began with other weights</source>
        <translation>{0} werden nicht gezeigt: Sie begannen bei anderen Gewichten</translation>
    </message>
    <message>
        <source>{0} away from the plane</source>
        <translation>{0} von der Ebene entfernt</translation>
    </message>
    <message>
        <source>{0} isn&apos;t shown: it began with other weights</source>
        <translation>{0} wird nicht gezeigt: Er begann bei anderen Gewichten</translation>
    </message>
    <message>
        <source>{0} isn&apos;t shown: none of its weights are kept</source>
        <translation>{0} wird nicht gezeigt: Von ihm sind keine Gewichte aufbewahrt</translation>
    </message>
    <message>
        <source>{0}, batch {1:,}, its own loss {2}, {3}</source>
        <translation>{0}, Batch {1:,}, eigener Verlust {2}, {3}</translation>
    </message>
    <message>
        <source>{0}, batch {1:,}, {2}</source>
        <translation>{0}, Batch {1:,}, {2}</translation>
    </message>
    <message>
        <source>{0}: batch {1:,}, loss {2}</source>
        <translation>{0}: Batch {1:,}, Verlust {2}</translation>
    </message>
    <message>
        <source>{0}: {1} of its path can be seen</source>
        <translation>{0}: {1} des Weges zu sehen</translation>
    </message>
    <message>
        <source>{0}: {1} of its path can be seen; it leaves the map</source>
        <translation>{0}: {1} des Weges zu sehen; er verlässt die Karte</translation>
    </message>
</context>
<context>
    <name>LayerPictures</name>
    <message>
        <source>Click a picture to enlarge it (Enter)</source>
        <translation>Ein Bild anklicken, um es zu vergrößern (Eingabetaste)</translation>
    </message>
    <message>
        <source>Each picture shows one neuron&apos;s weights, row by row.</source>
        <translation>Jedes Bild zeigt die Gewichte eines Neurons, Zeile für Zeile.</translation>
    </message>
    <message>
        <source>Each picture shows what one neuron looks for: ink on the warm pixels excites it, ink on the cold ones quietens it.</source>
        <translation>Jedes Bild zeigt, wonach ein Neuron sucht: Tinte auf den warmen Pixeln regt es an, Tinte auf den kalten hemmt es.</translation>
    </message>
    <message>
        <source>Each small picture is a filter that slides over the output of the layer before.</source>
        <translation>Jedes kleine Bild ist ein Filter, der über die Ausgabe der vorigen Schicht gleitet.</translation>
    </message>
    <message>
        <source>Gradient of the last batch</source>
        <translation>Gradient des letzten Batches</translation>
    </message>
    <message>
        <source>Mean of each class</source>
        <translation>Mittel jeder Klasse</translation>
    </message>
    <message>
        <source>One row per neuron, one column per neuron that it listens to.</source>
        <translation>Eine Zeile je Neuron, eine Spalte je Neuron, auf das es hört.</translation>
    </message>
    <message>
        <source>Pixel similarity needs no training: an image belongs to the class whose mean is nearest.</source>
        <translation>Pixelähnlichkeit braucht kein Training: Ein Bild gehört zur Klasse mit dem nächsten Mittel.</translation>
    </message>
    <message>
        <source>This network isn&apos;t training now.
Press “Train” to see its gradients.</source>
        <translation>Dieses Netz wird gerade nicht trainiert.
Drücken Sie „Trainieren“, um seine Gradienten zu sehen.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>What sets each class apart</source>
        <translation>Was sie unterscheidet</translation>
    </message>
    <message>
        <source>Working out the means…</source>
        <translation>Die Mittel werden berechnet …</translation>
    </message>
    <message>
        <source>all neurons</source>
        <translation>alle Neuronen</translation>
    </message>
    <message>
        <source>filter {0} for map {1}</source>
        <translation>Filter {0} für Karte {1}</translation>
    </message>
    <message>
        <source>length {0}</source>
        <translation>Länge {0}</translation>
    </message>
    <message>
        <source>mean minus others</source>
        <translation>Mittel minus andere</translation>
    </message>
    <message>
        <source>neuron {0}</source>
        <translation>Neuron {0}</translation>
    </message>
    <message>
        <source>{0}, bias {1}</source>
        <translation>{0}, Bias {1}</translation>
    </message>
    <message>
        <source>{0}, biases {1} to {2}</source>
        <translation>{0}, Bias {1} bis {2}</translation>
    </message>
    <message>
        <source>{0}, no biases</source>
        <translation>{0}, ohne Bias</translation>
    </message>
</context>
<context>
    <name>LayerTabs</name>
    <message>
        <source>All neurons, and what the sketch does to them</source>
        <translation>Alle Neuronen, und was die Skizze in ihnen bewirkt</translation>
    </message>
    <message>
        <source>Class means</source>
        <translation>Klassenmittel</translation>
    </message>
    <message>
        <source>Layer {0}, a convolution: maps in: {1}, maps out: {2}</source>
        <translation>Schicht {0}, eine Faltung: Karten hinein: {1}, Karten heraus: {2}</translation>
    </message>
    <message>
        <source>Layer {0}, the last: {1} numbers go in, {2} come out as the answer</source>
        <translation>Schicht {0}, die letzte: {1} Zahlen gehen hinein, {2} kommen als Antwort heraus</translation>
    </message>
    <message>
        <source>Layer {0}: {1} numbers go in, {2} come out</source>
        <translation>Schicht {0}: {1} Zahlen gehen hinein, {2} kommen heraus</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Network, means or layer</source>
        <translation>Netz, Mittel oder Schicht</translation>
    </message>
    <message>
        <source>The baseline: the mean image of each class</source>
        <translation>Die Vergleichsbasis: das mittlere Bild jeder Klasse</translation>
    </message>
    <message>
        <source>{0}: maps {1:,} → {2:,}</source>
        <translation>{0}: Karten {1:,} → {2:,}</translation>
    </message>
</context>
<context>
    <name>LayerWords</name>
    <message>
        <source>Convolution</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Skizze</translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Questions done</source>
        <translation>Erledigte Fragen</translation>
    </message>
    <message>
        <source>Scroll the lesson</source>
        <translation>Durch die Lektion blättern</translation>
    </message>
    <message>
        <source>Scroll the questions</source>
        <translation>Durch die Fragen blättern</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>{0} von {1} erledigt</translation>
    </message>
</context>
<context>
    <name>LearnPages</name>
    <message>
        <source>Forget which questions are done? The lessons stay as they are.</source>
        <translation>Vergessen, welche Fragen erledigt sind? Die Lektionen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>PDF-Dateien</translation>
    </message>
    <message>
        <source>Reset progress</source>
        <translation>Fortschritt zurücksetzen</translation>
    </message>
    <message>
        <source>Save the lesson as PDF</source>
        <translation>Lektion als PDF speichern</translation>
    </message>
    <message>
        <source>The chapter&apos;s questions, each tried out on your own digit</source>
        <translation>Die Fragen des Kapitels, jede an der eigenen Ziffer ausprobiert</translation>
    </message>
    <message>
        <source>This version of Inkgrad has no lesson {0}.</source>
        <translation>Diese Version von Inkgrad hat keine Lektion {0}.</translation>
    </message>
</context>
<context>
    <name>LessonBanner</name>
    <message>
        <source>Answer the questions that come with this lesson</source>
        <translation>Die Fragen beantworten, die zu dieser Lektion gehören</translation>
    </message>
    <message>
        <source>Bring back the pages that this lesson hides</source>
        <translation>Die Seiten zurückholen, die diese Lektion verbirgt</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>Lektion schließen</translation>
    </message>
    <message>
        <source>Close the lesson, and show all pages</source>
        <translation>Lektion schließen und alle Seiten zeigen</translation>
    </message>
    <message>
        <source>Questions…</source>
        <translation>Fragen …</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>LessonFiles</name>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Lessons ({0})</source>
        <translation>Lektionen ({0})</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>Lektion öffnen</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>Lektion speichern</translation>
    </message>
    <message>
        <source>Stop the run first, then open the lesson again.</source>
        <translation>Stoppen Sie zuerst den Lauf, und öffnen Sie die Lektion dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>LessonSequence</name>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Lessons in their order</source>
        <translation>Lektionen in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Let the selected lesson come earlier</source>
        <translation>Die gewählte Lektion nach vorn rücken</translation>
    </message>
    <message>
        <source>Let the selected lesson come later</source>
        <translation>Die gewählte Lektion nach hinten rücken</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Go on to the next question in the list</source>
        <translation>Weiter mit der nächsten Frage der Liste</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Nächste Frage</translation>
    </message>
    <message>
        <source>That was the last question.</source>
        <translation>Das war die letzte Frage.</translation>
    </message>
    <message>
        <source>Watch for</source>
        <translation>Darauf achten</translation>
    </message>
</context>
<context>
    <name>LimitWords</name>
    <message>
        <source>Knows only {0}.</source>
        <translation>Kennt nur {0}.</translation>
    </message>
    <message>
        <source>The starter network doesn&apos;t take this for a digit.</source>
        <translation>Das Startnetz hält das nicht für eine Ziffer.</translation>
    </message>
    <message>
        <source>The starter network reads it as {0}.</source>
        <translation>Das Startnetz liest sie als {0}.</translation>
    </message>
</context>
<context>
    <name>LossMap</name>
    <message>
        <source>Lines join places of equal loss. Distances are those between weights: the root of the sum of all squared differences. Left and Right go along the paths.</source>
        <translation>Linien verbinden Orte gleichen Verlusts. Abstände sind die zwischen Gewichten: die Wurzel aus der Summe aller quadrierten Unterschiede. Die Tasten Links und Rechts gehen die Wege entlang.</translation>
    </message>
    <message>
        <source>Map of the loss</source>
        <translation>Karte des Verlusts</translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message>
        <source>A single batch took too long, so the run was ended partway through it. What it had learned up to two seconds before is kept. Choose a smaller batch size or model.</source>
        <translation>Ein einzelner Batch hat zu lange gedauert, und der Lauf wurde mittendrin beendet. Was er bis zwei Sekunden davor gelernt hatte, ist noch da. Wählen Sie eine kleinere Batchgröße oder ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Another background process has taken over: ask again.</source>
        <translation>Ein anderer Hintergrundprozess hat übernommen: Fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Inkgrad&apos;s background process crashed and was restarted. Your sketch and your runs are kept, and the current one can be continued. If memory is short, choose a smaller model or batch size.</source>
        <translation>Der Hintergrundprozess von Inkgrad ist abgestürzt und wurde neu gestartet. Ihre Skizze und Ihre Läufe sind noch da, und der aktuelle kann fortgesetzt werden. Wenn der Speicher knapp ist, wählen Sie ein kleineres Modell oder eine kleinere Batchgröße.</translation>
    </message>
    <message>
        <source>Inkgrad&apos;s background process crashed and was restarted. Your sketch and your runs are kept. If memory is short, choose a smaller model or batch size.</source>
        <translation>Der Hintergrundprozess von Inkgrad ist abgestürzt und wurde neu gestartet. Ihre Skizze und Ihre Läufe sind noch da. Wenn der Speicher knapp ist, wählen Sie ein kleineres Modell oder eine kleinere Batchgröße.</translation>
    </message>
    <message>
        <source>Inkgrad&apos;s background process crashed three times in a row. Your sketch is kept. If memory is short, close other programs; `inkgrad doctor` shows what may be missing.</source>
        <translation>Der Hintergrundprozess von Inkgrad ist dreimal nacheinander abgestürzt. Ihre Skizze ist noch da. Wenn der Speicher knapp ist, schließen Sie andere Programme; `inkgrad doctor` zeigt, was fehlen könnte.</translation>
    </message>
    <message>
        <source>The other Python&apos;s background process didn&apos;t start, so Inkgrad&apos;s own does the work. Train &gt; Compute with another Python… finds out why.</source>
        <translation>Der Hintergrundprozess des anderen Pythons startete nicht, deshalb arbeitet der von Inkgrad selbst. Trainieren &gt; Mit anderem Python rechnen … findet heraus, warum.</translation>
    </message>
</context>
<context>
    <name>LrCard</name>
    <message>
        <source>Close the learning-rate finder</source>
        <translation>Lernratensuche schließen</translation>
    </message>
    <message>
        <source>Getting the data and the model ready…</source>
        <translation>Daten und Modell werden vorbereitet …</translation>
    </message>
    <message>
        <source>Learning-rate finder</source>
        <translation>Lernratensuche</translation>
    </message>
    <message>
        <source>Looking for a learning rate…</source>
        <translation>Eine Lernrate wird gesucht …</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>No rate found</source>
        <translation>Keine Rate</translation>
    </message>
    <message>
        <source>Reading image {0:,} of {1:,}</source>
        <translation>Bild {0:,} von {1:,} wird gelesen</translation>
    </message>
    <message>
        <source>Set the rate at which the loss falls fast but is still steady</source>
        <translation>Die Rate einstellen, bei der der Verlust schnell fällt und noch ruhig ist</translation>
    </message>
    <message>
        <source>Stop looking and go back to the curves</source>
        <translation>Aufhören zu suchen und zu den Kurven zurückkehren</translation>
    </message>
    <message>
        <source>The loss fell at no usable rate. Often this is because all initial weights are zero, or because accuracy is the loss: then there is no slope to follow.</source>
        <translation>Bei keiner brauchbaren Rate ist der Verlust gefallen. Oft liegt das daran, dass alle Anfangsgewichte null sind oder die Genauigkeit der Verlust ist: Dann gibt es kein Gefälle.</translation>
    </message>
    <message>
        <source>The search for a learning rate has failed</source>
        <translation>Die Suche nach einer Lernrate ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The search for a learning rate was stopped</source>
        <translation>Die Suche nach einer Lernrate wurde beendet</translation>
    </message>
    <message>
        <source>The suggested learning rate is {0:.2g}</source>
        <translation>Die vorgeschlagene Lernrate ist {0:.2g}</translation>
    </message>
    <message>
        <source>Use {0:.2g}</source>
        <translation>{0:.2g} verwenden</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>Vorschlag</translation>
    </message>
</context>
<context>
    <name>Magnifier</name>
    <message>
        <source>from {2} to {3}</source>
        <translation>von {2} bis {3}</translation>
    </message>
    <message>
        <source>{0} × {1}, from {2} to {3}</source>
        <translation>{0} × {1}, von {2} bis {3}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Choose data and model, and watch the loss fall</source>
        <translation>Daten und Modell wählen und den Verlust fallen sehen</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>Keine zuletzt benutzten Dateien</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
</context>
<context>
    <name>MapCard</name>
    <message>
        <source>Drawing the map…</source>
        <translation>Die Karte wird gezeichnet …</translation>
    </message>
    <message>
        <source>Each mark is an image as the last hidden layer sees it, laid flat along its two main directions (PCA). Images that look alike to the network lie close together; the star is your sketch, and each misread image has a ring around it.</source>
        <translation>Jedes Zeichen ist ein Bild, wie es die letzte verborgene Schicht sieht, in die Ebene gelegt nach den zwei Hauptrichtungen (PCA). Bilder, die das Netz ähnlich findet, liegen nah beisammen; der Stern ist Ihre Skizze, und jedes falsch gelesene Bild hat einen Ring.</translation>
    </message>
    <message>
        <source>Map of the images</source>
        <translation>Karte der Bilder</translation>
    </message>
    <message>
        <source>is {0}, read as {1}: click to put it on the pad</source>
        <translation>ist {0}, gelesen als {1}: Ein Klick legt es auf die Zeichenfläche</translation>
    </message>
    <message>
        <source>spread: {0} % across, {1} % up and down</source>
        <translation>Streuung: waagrecht {0} %, senkrecht {1} %</translation>
    </message>
    <message>
        <source>spread: {0} % across, {1} % up and down; the star is your sketch</source>
        <translation>Streuung: waagrecht {0} %, senkrecht {1} %; der Stern ist Ihre Skizze</translation>
    </message>
    <message>
        <source>spread: ↔ {0} %, ↕ {1} %</source>
        <translation>Streuung: ↔ {0} %, ↕ {1} %</translation>
    </message>
    <message>
        <source>spread: ↔ {0} %, ↕ {1} %; the star is your sketch</source>
        <translation>Streuung: ↔ {0} %, ↕ {1} %; Stern: Ihre Skizze</translation>
    </message>
    <message>
        <source>{0:,} of the {1:,} validation images have a mark, spread evenly over the set</source>
        <translation>{0:,} der {1:,} Validierungsbilder haben ein Zeichen, gleichmäßig über alle verteilt</translation>
    </message>
    <message>
        <source>{0:,} of {1:,}</source>
        <translation>{0:,} von {1:,}</translation>
    </message>
</context>
<context>
    <name>MisreadImages</name>
    <message>
        <source>All &amp;mistakes</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>Below each image is its cross-entropy: large where the network was sure of something else. Training may have had another loss, such as the book&apos;s, which is never above 1.</source>
        <translation>Unter jedem Bild steht seine Kreuzentropie: groß, wo das Netz sich einer anderen Antwort sicher war. Das Training hatte vielleicht einen anderen Verlust, etwa den des Buchs, der nie über 1 liegt.</translation>
    </message>
    <message>
        <source>No image was read that way.</source>
        <translation>So wurde kein Bild gelesen.</translation>
    </message>
    <message>
        <source>Nothing was misread.</source>
        <translation>Nichts wurde falsch gelesen.</translation>
    </message>
    <message>
        <source>Show the mistakes of all classes, the worst first</source>
        <translation>Die Fehler aller Klassen zeigen, die schlimmsten zuerst</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>Schlimmste Fehler</translation>
    </message>
    <message>
        <source>is {0}, read as {1}</source>
        <translation>ist {0}, gelesen als {1}</translation>
    </message>
    <message>
        <source>loss {0:.2f}</source>
        <translation>Verlust {0:.2f}</translation>
    </message>
    <message>
        <source>{0} read as {1}</source>
        <translation>{0} als {1} gelesen</translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message numerus="yes">
        <source>%Ln of 784 pixels (has|have) ink</source>
        <translation>
            <numerusform>%Ln von 784 Pixeln hat Tinte</numerusform>
            <numerusform>%Ln von 784 Pixeln haben Tinte</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {0}, column {1}: {2}</source>
        <translation>Zeile {0}, Spalte {1}: {2}</translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation>Was das Modell sieht</translation>
    </message>
</context>
<context>
    <name>MoreForm</name>
    <message>
        <source>A number that each neuron adds: without it, a blank image always gives zero.</source>
        <translation>Eine Zahl, die jedes Neuron addiert: Ohne sie ergibt ein leeres Bild immer null.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>How much of the last step carries over into the next. 0.9 rolls over small bumps and makes steps ten times as long.</source>
        <translation>Wie viel vom letzten Schritt in den nächsten eingeht. 0,9 rollt über kleine Buckel und macht die Schritte zehnmal so lang.</translation>
    </message>
    <message>
        <source>How the gradients become a step. Adam needs lower learning rates than SGD.</source>
        <translation>Wie aus den Gradienten ein Schritt wird. Adam braucht kleinere Lernraten als SGD.</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.</source>
        <translation>Wie sich die Lernrate über den Lauf verändert.</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Anfangsgewichte</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Pulls every weight a little towards zero, which keeps a model from memorising.</source>
        <translation>Zieht jedes Gewicht ein wenig zur Null, damit ein Modell nicht auswendig lernt.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>See augmented images</source>
        <translation>Augmentierte Bilder ansehen</translation>
    </message>
    <message>
        <source>See images of the first batch as the network will see them</source>
        <translation>Bilder des ersten Batches ansehen, wie das Netz sie sehen wird</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Shows each image a little differently every time, so that the network learns to read drawings too.</source>
        <translation>Zeigt jedes Bild jedes Mal ein wenig anders, damit das Netz auch Zeichnungen zu lesen lernt.</translation>
    </message>
    <message>
        <source>Untick it to forget on purpose: each step then adds all earlier gradients to its own.</source>
        <translation>Ohne Häkchen wird es absichtlich vergessen: Jeder Schritt nimmt dann alle früheren Gradienten zu seinem eigenen hinzu.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabbau</translation>
    </message>
    <message>
        <source>What comes between two layers. Without it, several layers can do no more than one.</source>
        <translation>Was zwischen zwei Schichten steht. Ohne sie können mehrere Schichten nicht mehr als eine.</translation>
    </message>
    <message>
        <source>What each step tries to make smaller. It must have a slope; accuracy has none.</source>
        <translation>Was jeder Schritt zu verkleinern sucht. Es muss ein Gefälle haben; Genauigkeit hat keines.</translation>
    </message>
    <message>
        <source>Where learning starts.</source>
        <translation>Wo das Lernen beginnt.</translation>
    </message>
    <message>
        <source>Where the computing is done. auto picks the fastest device on this computer.</source>
        <translation>Wo gerechnet wird. auto nimmt das schnellste Gerät dieses Rechners.</translation>
    </message>
    <message>
        <source>Where the random numbers start: the same seed gives the same weights and batches again.</source>
        <translation>Wo die Zufallszahlen beginnen: Derselbe Startwert ergibt wieder dieselben Gewichte und Batches.</translation>
    </message>
    <message>
        <source>Zero gradients</source>
        <translation>Gradienten nullen</translation>
    </message>
    <message>
        <source>after each step</source>
        <translation>nach jedem Schritt</translation>
    </message>
    <message>
        <source>in every layer</source>
        <translation>in jeder Schicht</translation>
    </message>
</context>
<context>
    <name>Mosaic</name>
    <message numerus="yes">
        <source>%Ln picture(s) of {0} × {1}, values from {2} to {3}</source>
        <translation>
            <numerusform>%Ln Bild zu {0} × {1}, Werte von {2} bis {3}</numerusform>
            <numerusform>%Ln Bilder zu {0} × {1}, Werte von {2} bis {3}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkAnswers</name>
    <message>
        <source>Answers to the distorted sketch</source>
        <translation>Antworten auf die verzerrte Skizze</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Edges are weight times activation: warm ones raise a neuron, cold ones lower it. Click a neuron to open it.</source>
        <translation>Kanten sind Gewicht mal Aktivierung: warme heben ein Neuron, kalte senken es. Ein Klick auf ein Neuron öffnet es.</translation>
    </message>
    <message>
        <source>Follow one weight through a step: forward, loss, gradient, update</source>
        <translation>Einem Gewicht durch einen Schritt folgen: vorwärts, Verlust, Gradient, Änderung</translation>
    </message>
    <message>
        <source>Intervene…</source>
        <translation>Eingreifen …</translation>
    </message>
    <message>
        <source>No network answers now, only pixel similarity.</source>
        <translation>Gerade antwortet kein Netz, nur die Pixelähnlichkeit.</translation>
    </message>
    <message>
        <source>One step…</source>
        <translation>Ein Schritt …</translation>
    </message>
    <message>
        <source>Sort by contribution</source>
        <translation>Nach Beitrag sortieren</translation>
    </message>
    <message>
        <source>Switch neurons off, prune weights and more, on a copy of the network</source>
        <translation>Neuronen abschalten, Gewichte entfernen und mehr, an einer Kopie des Netzes</translation>
    </message>
    <message>
        <source>The neurons that speak most for the answer lie on top</source>
        <translation>Die Neuronen, die am meisten für die Antwort sprechen, liegen oben</translation>
    </message>
    <message>
        <source>The same numbers in rows, to read and to sort</source>
        <translation>Dieselben Zahlen in Zeilen, zum Lesen und Sortieren</translation>
    </message>
    <message>
        <source>The sketch in the network</source>
        <translation>Die Skizze im Netz</translation>
    </message>
</context>
<context>
    <name>NetworkTable</name>
    <message>
        <source>Columns of the network&apos;s table</source>
        <translation>Spalten der Tabelle des Netzes</translation>
    </message>
    <message>
        <source>The network as a table</source>
        <translation>Das Netz als Tabelle</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Click a neuron or a map to open it (Enter)</source>
        <translation>Ein Neuron oder eine Karte anklicken, um es zu öffnen (Eingabetaste)</translation>
    </message>
    <message>
        <source>The network, drawn</source>
        <translation>Das Netz, gezeichnet</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>adds {0} to {1}</source>
        <translation>trägt {0} zu {1} bei</translation>
    </message>
    <message>
        <source>layer {0}, {1}</source>
        <translation>Schicht {0}, {1}</translation>
    </message>
    <message>
        <source>map {0}</source>
        <translation>Karte {0}</translation>
    </message>
    <message>
        <source>neuron {0}</source>
        <translation>Neuron {0}</translation>
    </message>
    <message>
        <source>pixel in row {0}, column {1}</source>
        <translation>Pixel in Zeile {0}, Spalte {1}</translation>
    </message>
    <message>
        <source>{0}, over all its places: sum {1}</source>
        <translation>{0}, über alle Stellen: Summe {1}</translation>
    </message>
    <message>
        <source>{0}: sum {1}</source>
        <translation>{0}: Summe {1}</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
</context>
<context>
    <name>NeuronWindow</name>
    <message>
        <source>Click a weight to trace its gradient</source>
        <translation>Ein Gewicht anklicken, um seinen Gradienten zu verfolgen</translation>
    </message>
    <message>
        <source>Follow one of its weights through a step of learning</source>
        <translation>Einem seiner Gewichte durch einen Lernschritt folgen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Neuron or map</source>
        <translation>Neuron oder Karte</translation>
    </message>
    <message>
        <source>Pixels that it saw</source>
        <translation>Pixel, die sie sah</translation>
    </message>
    <message>
        <source>Point at a place to see what the filter saw there</source>
        <translation>Auf eine Stelle zeigen, um zu sehen, was der Filter dort sah</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>The activation function, and where the neuron is on it</source>
        <translation>Die Aktivierungsfunktion und die Stelle des Neurons darauf</translation>
    </message>
    <message>
        <source>Trace its gradient…</source>
        <translation>Gradienten verfolgen …</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>Was es liest</translation>
    </message>
    <message>
        <source>Which one in its layer, counted from 0</source>
        <translation>Welches in seiner Schicht, gezählt ab 0</translation>
    </message>
</context>
<context>
    <name>NeuronWords</name>
    <message>
        <source>Most from {0}</source>
        <translation>Am meisten von {0}</translation>
    </message>
    <message>
        <source>This is an output: it says how much speaks for its class.</source>
        <translation>Das ist ein Ausgang: Er sagt, wie viel für seine Klasse spricht.</translation>
    </message>
    <message>
        <source>Without it: still {0}, and as sure</source>
        <translation>Abgeschaltet: weiterhin {0}, und genauso sicher</translation>
    </message>
    <message>
        <source>Without it: still {0}, {1} sure instead of {3}</source>
        <translation>Abgeschaltet: weiterhin {0}, {1} sicher statt {3}</translation>
    </message>
    <message>
        <source>Without it: {0}, {1} sure, instead of {2}, {3} sure</source>
        <translation>Abgeschaltet: {0}, {1} sicher, statt {2}, {3} sicher</translation>
    </message>
    <message>
        <source>all products, added up, and the bias</source>
        <translation>alle Produkte aufaddiert, dazu der Bias</translation>
    </message>
    <message>
        <source>all products, added up; this network has no biases</source>
        <translation>alle Produkte aufaddiert; dieses Netz hat keine Bias-Werte</translation>
    </message>
    <message>
        <source>map {0} by the filter&apos;s row {1}, column {2}</source>
        <translation>Karte {0} durch Zeile {1}, Spalte {2} des Filters</translation>
    </message>
    <message>
        <source>map {0}, row {1}, column {2}</source>
        <translation>Karte {0}, Zeile {1}, Spalte {2}</translation>
    </message>
    <message>
        <source>neuron {0}</source>
        <translation>Neuron {0}</translation>
    </message>
    <message>
        <source>pixel in row {0}, column {1}</source>
        <translation>Pixel in Zeile {0}, Spalte {1}</translation>
    </message>
    <message>
        <source>row {0}, column {1} saw rows {2} to {3}, columns {4} to {5}</source>
        <translation>Zeile {0}, Spalte {1} sah die Zeilen {2} bis {3}, Spalten {4} bis {5}</translation>
    </message>
    <message>
        <source>the filter&apos;s row {0}, column {1}</source>
        <translation>Zeile {0}, Spalte {1} des Filters</translation>
    </message>
    <message>
        <source>x @ w, which is all products, added up, and the bias</source>
        <translation>x @ w, also alle Produkte aufaddiert, dazu der Bias</translation>
    </message>
    <message>
        <source>x @ w: all products, added up; this network has no biases</source>
        <translation>x @ w: alle Produkte aufaddiert; dieses Netz hat keine Bias-Werte</translation>
    </message>
</context>
<context>
    <name>NotebookButtons</name>
    <message>
        <source>Copy as a script</source>
        <translation>Als Skript kopieren</translation>
    </message>
    <message>
        <source>Copy this experiment as a Python script, cell by cell, to change and run it</source>
        <translation>Dieses Experiment als Python-Skript kopieren, Zelle für Zelle, um es zu ändern und auszuführen</translation>
    </message>
    <message>
        <source>Notebooks</source>
        <translation>Notebooks</translation>
    </message>
    <message>
        <source>Save as a notebook…</source>
        <translation>Als Notebook speichern …</translation>
    </message>
    <message>
        <source>Save the notebook</source>
        <translation>Notebook speichern</translation>
    </message>
    <message>
        <source>Save this experiment, as it is set and with your sketch, in plain PyTorch for Jupyter or Colab</source>
        <translation>Dieses Experiment, so wie es eingestellt ist und mit Ihrer Skizze, in reinem PyTorch für Jupyter oder Colab speichern</translation>
    </message>
    <message>
        <source>The script is on the clipboard: paste it and run it with Python</source>
        <translation>Das Skript ist in der Zwischenablage: einfügen und mit Python ausführen</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>NowWords</name>
    <message>
        <source>Adam divides each gradient by how large it usually is, so that a step moves each weight by about {0}.</source>
        <translation>Adam teilt jeden Gradienten durch seine übliche Größe, sodass ein Schritt jedes Gewicht um etwa {0} bewegt.</translation>
    </message>
    <message numerus="yes">
        <source>After epoch {0:,}: {1}, so %Ln of {2:,} validation images (is|are) misread.</source>
        <translation>
            <numerusform>Nach Epoche {0:,}: {1}; %Ln von {2:,} Validierungsbildern wird also falsch gelesen.</numerusform>
            <numerusform>Nach Epoche {0:,}: {1}; %Ln von {2:,} Validierungsbildern werden also falsch gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each step moves a weight by {0} times its gradient, and {2} of the step before is added.</source>
        <translation>Jeder Schritt bewegt ein Gewicht um {0} mal seinem Gradienten, und das {2}-Fache des vorigen Schritts kommt hinzu.</translation>
    </message>
    <message>
        <source>Each step moves a weight by {0} times its gradient: where the gradient is 2, the weight falls by {1}.</source>
        <translation>Jeder Schritt bewegt ein Gewicht um {0} mal seinem Gradienten: Ist der Gradient 2, sinkt das Gewicht um {1}.</translation>
    </message>
    <message>
        <source>Set to {0}.</source>
        <translation>Eingestellt: {0}.</translation>
    </message>
    <message>
        <source>Set to {0}. {1}.</source>
        <translation>Eingestellt: {0}. {1}.</translation>
    </message>
    <message>
        <source>The answer comes from {0}, which knows {1}.</source>
        <translation>Die Antwort kommt von: {0}. Bekannte Klassen: {1}.</translation>
    </message>
    <message>
        <source>The last point: batch {0:,} of {1}, loss {2}.</source>
        <translation>Der letzte Punkt: Batch {0:,} von {1}, Verlust {2}.</translation>
    </message>
    <message>
        <source>The next run will have {0:,}.</source>
        <translation>Der nächste Lauf wird {0:,} haben.</translation>
    </message>
    <message numerus="yes">
        <source>The next run will take %Ln image(s) for each step.</source>
        <translation>
            <numerusform>Der nächste Lauf wird für jeden Schritt %Ln Bild nehmen.</numerusform>
            <numerusform>Der nächste Lauf wird für jeden Schritt %Ln Bilder nehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The next run will use {0}.</source>
        <translation>Der nächste Lauf wird {0} verwenden.</translation>
    </message>
    <message>
        <source>There is no batch yet.</source>
        <translation>Noch gibt es keinen Batch.</translation>
    </message>
    <message>
        <source>There is no epoch yet.</source>
        <translation>Noch gibt es keine Epoche.</translation>
    </message>
    <message>
        <source>This run uses {0}.</source>
        <translation>Dieser Lauf verwendet {0}.</translation>
    </message>
    <message numerus="yes">
        <source>{0} has done {1:,} of {2:,}, which is %Ln step(s).</source>
        <translation>
            <numerusform>{0} hat {1:,} von {2:,} hinter sich, das ist %Ln Schritt.</numerusform>
            <numerusform>{0} hat {1:,} von {2:,} hinter sich, das sind %Ln Schritte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} learns from {1:,} images, and %Ln other(s) test(s|) it.</source>
        <translation>
            <numerusform>{0} lernt aus {1:,} Bildern, und %Ln anderes testet ihn.</numerusform>
            <numerusform>{0} lernt aus {1:,} Bildern, und %Ln andere testen ihn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: batches of {1:,} out of {2:,} training images, so %Ln step(s) per epoch.</source>
        <translation>
            <numerusform>{0}: Batches aus {1:,} von {2:,} Trainingsbildern, also %Ln Schritt je Epoche.</numerusform>
            <numerusform>{0}: Batches aus {1:,} von {2:,} Trainingsbildern, also %Ln Schritte je Epoche.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersWindow</name>
    <message>
        <source>&amp;Copy the numbers</source>
        <translation>Zahlen &amp;kopieren</translation>
    </message>
    <message>
        <source>0 is paper, 255 is ink. The arrow keys move from pixel to pixel.</source>
        <translation>0 ist Papier, 255 ist Tinte. Die Pfeiltasten führen von Pixel zu Pixel.</translation>
    </message>
    <message>
        <source>28 rows of 28 numbers, ready to paste into a spreadsheet</source>
        <translation>28 Zeilen mit je 28 Zahlen, bereit zum Einfügen in eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Row {0}, column {1}: {2}</source>
        <translation>Zeile {0}, Spalte {1}: {2}</translation>
    </message>
    <message>
        <source>What the model sees: 28 × 28 numbers</source>
        <translation>Was das Modell sieht: 28 × 28 Zahlen</translation>
    </message>
    <message>
        <source>{0} counts for the answer, {1} against it; the stronger the colour, the more. In brackets: by how much.</source>
        <translation>{0} spricht für die Antwort, {1} dagegen; je kräftiger die Farbe, desto mehr. In Klammern: wie sehr.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message numerus="yes">
        <source>%n image(s) read: see the list.</source>
        <translation>
            <numerusform>%n Bild gelesen: siehe Liste.</numerusform>
            <numerusform>%n Bilder gelesen: siehe Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) not opened.</source>
        <translation>
            <numerusform>%n weitere Datei wurde nicht geöffnet.</numerusform>
            <numerusform>%n weitere Dateien wurden nicht geöffnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the run first, then open the data again.</source>
        <translation>Stoppen Sie zuerst den Lauf, und öffnen Sie die Daten dann noch einmal.</translation>
    </message>
    <message>
        <source>{0:,} files at once are too many. Choose {1:,} at most, or a folder.</source>
        <translation>{0:,} Dateien auf einmal sind zu viele. Wählen Sie höchstens {1:,}, oder einen Ordner.</translation>
    </message>
    <message>
        <source>{0}: not opened, as only one file of its kind can be open.</source>
        <translation>{0}: nicht geöffnet, da nur eine Datei dieser Art offen sein kann.</translation>
    </message>
    <message>
        <source>{0}: not opened, as you have drawn since.</source>
        <translation>{0}: nicht geöffnet, da Sie inzwischen gezeichnet haben.</translation>
    </message>
    <message>
        <source>{0}: not opened. {1}</source>
        <translation>{0}: nicht geöffnet. {1}</translation>
    </message>
    <message>
        <source>{0}: opened as a lesson.</source>
        <translation>{0}: als Lektion geöffnet.</translation>
    </message>
    <message>
        <source>{0}: opened as the model that reads your sketch.</source>
        <translation>{0}: als das Modell geöffnet, das Ihre Skizze liest.</translation>
    </message>
    <message>
        <source>{0}: opened as the training data.</source>
        <translation>{0}: als Trainingsdaten geöffnet.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Adam with weight decay kept apart from the gradient</source>
        <translation>Adam mit einem Gewichtsabbau, der vom Gradienten getrennt bleibt</translation>
    </message>
    <message>
        <source>All the same: no neuron can become different</source>
        <translation>Alle gleich: Kein Neuron kann sich von den anderen entfernen</translation>
    </message>
    <message>
        <source>As many hidden layers as you like</source>
        <translation>So viele verborgene Schichten, wie Sie mögen</translation>
    </message>
    <message>
        <source>Each weight gets its own step: try a learning rate of 0.001</source>
        <translation>Jedes Gewicht bekommt seinen eigenen Schritt: am besten mit der Lernrate 0,001 beginnen</translation>
    </message>
    <message>
        <source>Far too large: learning starts where it is flat</source>
        <translation>Viel zu groß: Das Lernen beginnt, wo es flach ist</translation>
    </message>
    <message>
        <source>Fewer filters in bigger steps: learns in a third of the time</source>
        <translation>Weniger Filter in größeren Schritten: lernt in einem Drittel der Zeit</translation>
    </message>
    <message>
        <source>Has no slope: see why it can&apos;t be a loss</source>
        <translation>Hat kein Gefälle: zeigt, warum sie kein Verlust sein kann</translation>
    </message>
    <message>
        <source>How far the right answer is from certain</source>
        <translation>Wie weit die richtige Antwort von sicher entfernt ist</translation>
    </message>
    <message>
        <source>Negative values become zero: the book&apos;s choice</source>
        <translation>Negative Werte werden null: wie im Buch</translation>
    </message>
    <message>
        <source>One hidden layer of 30 neurons bends the boundary: the book&apos;s network</source>
        <translation>Eine verborgene Schicht mit 30 Neuronen biegt die Grenze: das Netz des Buchs</translation>
    </message>
    <message>
        <source>Punishes being sure and wrong: learns faster</source>
        <translation>Bestraft es, sicher und falsch zu sein: lernt schneller</translation>
    </message>
    <message>
        <source>SGD that looks ahead to where its momentum carries it</source>
        <translation>SGD, das vorausblickt, wohin das Momentum es trägt</translation>
    </message>
    <message>
        <source>Slides small filters over the image: the best reader here</source>
        <translation>Schiebt kleine Filter über das Bild: liest hier am besten</translation>
    </message>
    <message>
        <source>Small and different: neurons learn different things</source>
        <translation>Klein und verschieden: Neuronen lernen Verschiedenes</translation>
    </message>
    <message>
        <source>Squeezes values to between -1 and 1</source>
        <translation>Drückt Werte zwischen -1 und 1</translation>
    </message>
    <message>
        <source>Squeezes values to between 0 and 1: gradients fade in deep networks</source>
        <translation>Drückt Werte zwischen 0 und 1: In tiefen Netzen schwinden die Gradienten</translation>
    </message>
    <message>
        <source>The book&apos;s loss for two classes, cross-entropy for more</source>
        <translation>Der Verlust des Buchs bei zwei Klassen, Kreuzentropie bei mehr</translation>
    </message>
    <message>
        <source>The gradient times the learning rate: the book&apos;s choice</source>
        <translation>Der Gradient mal die Lernrate: wie im Buch</translation>
    </message>
    <message>
        <source>The images as they are</source>
        <translation>Die Bilder, wie sie sind</translation>
    </message>
    <message>
        <source>The rate rises, then falls to almost nothing</source>
        <translation>Die Rate steigt und fällt dann auf fast nichts</translation>
    </message>
    <message>
        <source>The same rate throughout</source>
        <translation>Immer dieselbe Rate</translation>
    </message>
    <message>
        <source>Turned, slanted and thickened a little, differently each time</source>
        <translation>Ein wenig gedreht, geneigt und verdickt, jedes Mal anders</translation>
    </message>
    <message>
        <source>Weights every pixel and adds up: one straight boundary</source>
        <translation>Gewichtet jedes Pixel und zählt zusammen: eine gerade Grenze</translation>
    </message>
    <message>
        <source>Without one, two linear layers amount to one</source>
        <translation>Ohne sie sind zwei lineare Schichten nur eine</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>gentle</source>
        <translation>sanft</translation>
    </message>
    <message>
        <source>large</source>
        <translation>groß</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>one cycle</source>
        <translation>ein Zyklus</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>null</translation>
    </message>
</context>
<context>
    <name>OtherPython</name>
    <message>
        <source>Another background process is starting…</source>
        <translation>Ein anderer Hintergrundprozess startet …</translation>
    </message>
    <message>
        <source>The choice takes effect when Inkgrad next starts</source>
        <translation>Die Wahl gilt ab dem nächsten Start von Inkgrad</translation>
    </message>
</context>
<context>
    <name>OtherPythonDialog</name>
    <message>
        <source>Ask that Python for its Inkgrad, its torch and its GPU</source>
        <translation>Dieses Python nach seinem Inkgrad, seinem torch und seiner GPU fragen</translation>
    </message>
    <message>
        <source>Asking it; this may take up to a minute…</source>
        <translation>Es wird gefragt; das kann bis zu einer Minute dauern …</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check it first.</source>
        <translation>Prüfen Sie die Umgebung zuerst.</translation>
    </message>
    <message>
        <source>Choose the folder of an environment</source>
        <translation>Den Ordner einer Umgebung wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Compute with another Python</source>
        <translation>Mit anderem Python rechnen</translation>
    </message>
    <message>
        <source>Folder of the environment, or its Python</source>
        <translation>Ordner der Umgebung oder ihr Python</translation>
    </message>
    <message>
        <source>Off: Inkgrad computes with the torch that came with it</source>
        <translation>Aus: Inkgrad rechnet mit dem torch, das es mitbringt</translation>
    </message>
    <message>
        <source>Restart the background process there</source>
        <translation>Den Hintergrundprozess dort neu starten</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>The folder of an environment, or the Python in it</source>
        <translation>Der Ordner einer Umgebung oder das Python darin</translation>
    </message>
    <message>
        <source>The window&apos;s background process computes. It can work in another Python environment on this computer that has the same version of Inkgrad, such as one whose torch has CUDA, where this one&apos;s doesn&apos;t.</source>
        <translation>Gerechnet wird im Hintergrundprozess. Er kann in einer anderen Python-Umgebung dieses Rechners arbeiten, die dieselbe Version von Inkgrad hat, etwa in einer, deren torch CUDA hat, wenn es hier fehlt.</translation>
    </message>
    <message>
        <source>Use now</source>
        <translation>Jetzt verwenden</translation>
    </message>
    <message>
        <source>Use this environment, which has Inkgrad too:</source>
        <translation>Diese Umgebung verwenden, die auch Inkgrad hat:</translation>
    </message>
</context>
<context>
    <name>OutcomeView</name>
    <message>
        <source>As expected: {0}</source>
        <translation>Wie erwartet: {0}</translation>
    </message>
    <message>
        <source>Not yet: {0}</source>
        <translation>Noch nicht: {0}</translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message numerus="yes">
        <source>%Ln not recognised as any class: {0:,} guessed wrong, {1:,} right</source>
        <translation>
            <numerusform>%Ln Bild keiner Klasse zugeordnet: {0:,} falsch geraten, {1:,} richtig</numerusform>
            <numerusform>%Ln Bilder keiner Klasse zugeordnet: {0:,} falsch geraten, {1:,} richtig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the right ones not recognised as any class</source>
        <translation>
            <numerusform>%Ln der richtigen keiner Klasse zugeordnet</numerusform>
            <numerusform>%Ln der richtigen keiner Klasse zugeordnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them not recognised as any class</source>
        <translation>
            <numerusform>%Ln davon keiner Klasse zugeordnet</numerusform>
            <numerusform>%Ln davon keiner Klasse zugeordnet</numerusform>
        </translation>
    </message>
    <message>
        <source>To the network, these images look like none of its classes: on the pad, it would say so instead of an answer. In the figures here its best guess counts, the class that it finds likeliest: a right one as correct, a wrong one as a mistake.</source>
        <translation>Für das Netz sehen diese Bilder nach keiner seiner Klassen aus: Auf der Zeichenfläche würde es das sagen, statt zu antworten. In den Abbildungen hier zählt, was es am ehesten rät, die wahrscheinlichste Klasse: richtig geraten als richtig, falsch geraten als Fehler.</translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message>
        <source>Rows: what each image is. Columns: what it was read as.</source>
        <translation>Zeilen: was jedes Bild ist. Spalten: als was es gelesen wurde.</translation>
    </message>
    <message>
        <source>Written by Inkgrad {0} on {1}.</source>
        <translation>Geschrieben von Inkgrad {0} am {1}.</translation>
    </message>
    <message numerus="yes">
        <source>{0:,} of %Ln validation image(s) read correctly.</source>
        <translation>
            <numerusform>{0:,} von %Ln Validierungsbild richtig gelesen.</numerusform>
            <numerusform>{0:,} von %Ln Validierungsbildern richtig gelesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>no. {0}</source>
        <translation>Nr. {0}</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>Zeile {0}, Spalte {1}: {2}</translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}: {3}</source>
        <translation>{0}, Zeile {1}, Spalte {2}: {3}</translation>
    </message>
</context>
<context>
    <name>PicturesView</name>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>Zeile {0}, Spalte {1}: {2}</translation>
    </message>
    <message>
        <source>{0} values from {1} to {2}</source>
        <translation>{0} Werte von {1} bis {2}</translation>
    </message>
</context>
<context>
    <name>PicturesWindow</name>
    <message>
        <source>&amp;Keep in My drawings</source>
        <translation>In „Meine Zeichnungen“ &amp;behalten</translation>
    </message>
    <message>
        <source>Add each image to My drawings, labelled as in its last column</source>
        <translation>Jedes Bild in „Meine Zeichnungen“ aufnehmen, gekennzeichnet wie in der letzten Spalte</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Images and their answers</source>
        <translation>Bilder und ihre Antworten</translation>
    </message>
    <message>
        <source>Keep as</source>
        <translation>Behalten als</translation>
    </message>
    <message>
        <source>Keep {0} as</source>
        <translation>{0} behalten als</translation>
    </message>
    <message numerus="yes">
        <source>Kept %n image(s) in My drawings.</source>
        <translation>
            <numerusform>%n Bild in „Meine Zeichnungen“ behalten.</numerusform>
            <numerusform>%n Bilder in „Meine Zeichnungen“ behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Enter or double-click to put an image on the pad</source>
        <translation>Eingabetaste oder Doppelklick legt ein Bild auf die Zeichenfläche</translation>
    </message>
    <message>
        <source>Read by {0}</source>
        <translation>Gelesen von: {0}</translation>
    </message>
    <message>
        <source>Read {0} of {1}</source>
        <translation>{0} von {1} gelesen</translation>
    </message>
    <message>
        <source>Save the answers</source>
        <translation>Die Antworten speichern</translation>
    </message>
    <message>
        <source>Save the list as a table (CSV)</source>
        <translation>Die Liste als Tabelle speichern (CSV)</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>The labels that you chose are not kept yet. Read other images?</source>
        <translation>Die Klassen, die Sie gewählt haben, sind noch nicht gespeichert. Andere Bilder lesen?</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>not a digit I know</source>
        <translation>keine Ziffer, die ich kenne</translation>
    </message>
    <message>
        <source>nothing I know</source>
        <translation>nichts, was ich kenne</translation>
    </message>
</context>
<context>
    <name>PileView</name>
    <message>
        <source>Click or drag: the skewer goes through this pixel</source>
        <translation>Klicken oder ziehen: Der Spieß geht durch dieses Pixel</translation>
    </message>
    <message>
        <source>Click to pull out {0}</source>
        <translation>Klicken, um {0} herauszuziehen</translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>Choose one run in the table to look back on it</source>
        <translation>Wählen Sie in der Tabelle einen Lauf, um auf ihn zurückzublicken</translation>
    </message>
    <message>
        <source>How long playing the whole run takes</source>
        <translation>Wie lange das Abspielen des ganzen Laufs dauert</translation>
    </message>
    <message>
        <source>Look back: the pad, Look inside and Evaluate show the network as it was at this moment. At the right end, or with Escape, what answered before does again.</source>
        <translation>Zurückblicken: Zeichenfläche, Hineinsehen und Auswerten zeigen das Netz, wie es in diesem Moment war. Am rechten Ende oder mit Esc antwortet wieder, was vorher geantwortet hat.</translation>
    </message>
    <message>
        <source>No moments of this run are kept</source>
        <translation>Zu diesem Lauf sind keine Momente aufbewahrt</translation>
    </message>
    <message>
        <source>Pause playback</source>
        <translation>Abspielen anhalten</translation>
    </message>
    <message>
        <source>Play in {0}</source>
        <translation>Abspielen in {0}</translation>
    </message>
    <message>
        <source>Play the run</source>
        <translation>Lauf abspielen</translation>
    </message>
    <message>
        <source>Run through the kept moments, from the initial weights to the last</source>
        <translation>Die aufbewahrten Momente durchlaufen, von den Anfangsgewichten bis zu den letzten</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
</context>
<context>
    <name>PlaybackWords</name>
    <message>
        <source>Moment {0} of {1}, epoch {2}</source>
        <translation>Moment {0} von {1}, Epoche {2}</translation>
    </message>
    <message>
        <source>Playback of the run: as it is now</source>
        <translation>Abspielen des Laufs: wie er jetzt ist</translation>
    </message>
    <message>
        <source>epoch {0} · {1} %</source>
        <translation>Epoche {0} · {1} %</translation>
    </message>
    <message>
        <source>epoch {0}, batch {1:,}</source>
        <translation>Epoche {0}, Batch {1:,}</translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation>Anfangsgewichte</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>{0}, validation accuracy {1} %</source>
        <translation>{0}, Validierungsgenauigkeit {1} %</translation>
    </message>
</context>
<context>
    <name>PlotCard</name>
    <message>
        <source>Plot options</source>
        <translation>Optionen des Diagramms</translation>
    </message>
    <message>
        <source>Scale, zoom or save this plot</source>
        <translation>Skala, Zoom und Speichern dieses Diagramms</translation>
    </message>
</context>
<context>
    <name>PlotFiles</name>
    <message>
        <source>Drawings</source>
        <translation>Zeichnungen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>Nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
</context>
<context>
    <name>PlotKeys</name>
    <message>
        <source>Drag, or press Left or Right, to move this plot; use the wheel, or + and -, to zoom; press 0 or Home to show everything again.</source>
        <translation>Ziehen oder die Pfeile links und rechts verschieben dieses Diagramm, das Rad oder + und - zoomen, 0 oder Pos1 zeigt wieder alles.</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>&amp;Logarithmisch</translation>
    </message>
    <message>
        <source>Save &amp;numbers (CSV)…</source>
        <translation>&amp;Zahlen speichern (CSV) …</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>Als &amp;PNG speichern …</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Als &amp;SVG speichern …</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
</context>
<context>
    <name>PlotWords</name>
    <message>
        <source>Batch {0}, loss {1:.4f}, smoothed {2:.4f}</source>
        <translation>Batch {0}, Verlust {1:.4f}, geglättet {2:.4f}</translation>
    </message>
    <message>
        <source>Epoch {0}: training loss {1:.4f}, validation loss {2:.4f}</source>
        <translation>Epoche {0}: Trainingsverlust {1:.4f}, Validierungsverlust {2:.4f}</translation>
    </message>
    <message>
        <source>Epoch {0}: {1:.2f} % correct, {2:.2f} % at best</source>
        <translation>Epoche {0}: {1:.2f} % richtig, bestenfalls {2:.2f} %</translation>
    </message>
    <message>
        <source>exploded after batch {0:,}</source>
        <translation>nach Batch {0:,} explodiert</translation>
    </message>
</context>
<context>
    <name>PointCurve</name>
    <message>
        <source>at {0}: {1}</source>
        <translation>bei {0}: {1}</translation>
    </message>
</context>
<context>
    <name>PointsMap</name>
    <message>
        <source>Map of the validation images</source>
        <translation>Karte der Validierungsbilder</translation>
    </message>
    <message numerus="yes">
        <source>{0}, %Ln of them misread</source>
        <translation>
            <numerusform>{0}, %Ln davon falsch gelesen</numerusform>
            <numerusform>{0}, %Ln davon falsch gelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PupilActions</name>
    <message>
        <source>Choose the folder with your class&apos;s exports</source>
        <translation>Den Ordner mit den Exporten Ihrer Klasse wählen</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>Fortschritt exportieren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your name, as your teacher knows it:</source>
        <translation>Ihr Name, wie Ihre Lehrkraft ihn kennt:</translation>
    </message>
    <message>
        <source>{0}, progress</source>
        <translation>{0}, Fortschritt</translation>
    </message>
</context>
<context>
    <name>QuestionsWindow</name>
    <message>
        <source>Question {0}</source>
        <translation>Frage {0}</translation>
    </message>
    <message>
        <source>Scroll the questions</source>
        <translation>Die Fragen verschieben</translation>
    </message>
</context>
<context>
    <name>RateWords</name>
    <message>
        <source>{0} from batch {1} on</source>
        <translation>{0} ab Batch {1}</translation>
    </message>
</context>
<context>
    <name>ReadingLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel and go back to the previous dataset</source>
        <translation>Abbrechen und zum vorigen Datensatz zurückkehren</translation>
    </message>
    <message>
        <source>Downloading {0}: {1:,.1f} of {2:,.1f} MB</source>
        <translation>{0} wird heruntergeladen: {1:,.1f} von {2:,.1f} MB</translation>
    </message>
    <message>
        <source>Downloading {0}…</source>
        <translation>{0} wird heruntergeladen …</translation>
    </message>
    <message>
        <source>Images read</source>
        <translation>Gelesene Bilder</translation>
    </message>
    <message>
        <source>Reading image {0:,} of {1:,}</source>
        <translation>Bild {0:,} von {1:,} wird gelesen</translation>
    </message>
    <message>
        <source>Reading {0}…</source>
        <translation>{0} wird gelesen …</translation>
    </message>
</context>
<context>
    <name>RealNumber</name>
    <message>
        <source>Use a point or a comma for decimals and no separator for thousands; 1e-3 is 0.001.</source>
        <translation>Komma oder Punkt trennt die Nachkommastellen, Tausender haben kein Trennzeichen; 1e-3 ist 0,001.</translation>
    </message>
</context>
<context>
    <name>ReliabilityCurve</name>
    <message>
        <source>Reliability</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>how sure it was, %</source>
        <translation>wie sicher es war, %</translation>
    </message>
    <message>
        <source>{0:.0f} % sure: {1:.0f} % correct (of {2:,})</source>
        <translation>Zu {0:.0f} % sicher: {1:.0f} % richtig (von {2:,})</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message numerus="yes">
        <source>Counted with the network as it stopped, %Ln batch(es) after its last whole epoch.</source>
        <translation>
            <numerusform>Gezählt mit dem Netz, wie es am Ende war: %Ln Batch nach der letzten ganzen Epoche.</numerusform>
            <numerusform>Gezählt mit dem Netz, wie es am Ende war: %Ln Batches nach der letzten ganzen Epoche.</numerusform>
        </translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Loss of each epoch</source>
        <translation>Verlust je Epoche</translation>
    </message>
    <message>
        <source>Loss per batch</source>
        <translation>Verlust je Batch</translation>
    </message>
    <message>
        <source>Ran on</source>
        <translation>Gerechnet auf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>Validierungsbilder</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>each batch</source>
        <translation>jeder Batch</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>geglättet</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>{0} Of the drawn digits, {1:.2f} %.</source>
        <translation>{0} Von den gezeichneten Ziffern {1:.2f} %.</translation>
    </message>
    <message numerus="yes">
        <source>{0} on %Ln image(s) of {1}</source>
        <translation>
            <numerusform>{0} auf %Ln Bild: {1}</numerusform>
            <numerusform>{0} auf %Ln Bildern: {1}</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, stopped before the end of its first epoch.</source>
        <translation>{0}. Vor dem Ende der ersten Epoche gestoppt.</translation>
    </message>
    <message numerus="yes">
        <source>{0}: {1:.2f} % of the validation set read correctly after %Ln epoch(s) and {2:.1f} s.</source>
        <translation>
            <numerusform>{0}: {1:.2f} % der Validierungsdaten richtig gelesen nach %Ln Epoche und {2:.1f} s.</numerusform>
            <numerusform>{0}: {1:.2f} % der Validierungsdaten richtig gelesen nach %Ln Epochen und {2:.1f} s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RingKey</name>
    <message>
        <source>misread</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>RobustnessPanel</name>
    <message>
        <source>Accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>At 0 for networks that never learned to refuse: they recognise everything but bare paper</source>
        <translation>Bei 0 für Netze, die nie gelernt haben, etwas abzulehnen: Sie erkennen alles außer leerem Papier</translation>
    </message>
    <message>
        <source>Confidence, %</source>
        <translation>Sicherheit, %</translation>
    </message>
    <message>
        <source>How sure the answers are on average</source>
        <translation>Wie sicher die Antworten im Mittel sind</translation>
    </message>
    <message>
        <source>Not recognised, %</source>
        <translation>Nicht erkannt, %</translation>
    </message>
    <message>
        <source>Reading the validation images…</source>
        <translation>Die Validierungsbilder werden gelesen …</translation>
    </message>
    <message>
        <source>The share not recognised as any class</source>
        <translation>Der Anteil, der keiner Klasse zugeordnet wird</translation>
    </message>
    <message>
        <source>The share of distorted images that are read correctly</source>
        <translation>Der Anteil verzerrter Bilder, die richtig gelesen werden</translation>
    </message>
    <message>
        <source>Ticked runs are drawn, too.</source>
        <translation>Angehakte Läufe kommen hinzu.</translation>
    </message>
    <message>
        <source>Training with “{0}”…</source>
        <translation>Training mit „{0}“ …</translation>
    </message>
    <message>
        <source>{0:,} of the {1:,} validation images of {2}, drawn by seed {3}</source>
        <translation>{0:,} der {1:,} Validierungsbilder, {2}, gezogen mit Startwert {3}</translation>
    </message>
    <message>
        <source>{0:,} of {1:,} validation images, seed {2}</source>
        <translation>{0:,} von {1:,} Validierungsbildern, Startwert {2}</translation>
    </message>
</context>
<context>
    <name>RobustnessWords</name>
    <message>
        <source>Adds a random number to each pixel; this is its usual size</source>
        <translation>Addiert zu jedem Pixel eine Zufallszahl; so groß ist sie gewöhnlich</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Leaves this much of the ink: 0 % is bare paper</source>
        <translation>Lässt so viel von der Tinte übrig: 0 % ist leeres Papier</translation>
    </message>
    <message>
        <source>Makes lines broader or thinner by this many pixels</source>
        <translation>Macht Linien um so viele Pixel breiter oder schmaler</translation>
    </message>
    <message>
        <source>Makes the image smaller or larger about its middle</source>
        <translation>Macht das Bild um seine Mitte kleiner oder größer</translation>
    </message>
    <message>
        <source>Missing pixels</source>
        <translation>Fehlende Pixel</translation>
    </message>
    <message>
        <source>Moves the image to the right; what leaves it is lost</source>
        <translation>Schiebt das Bild nach rechts; was hinausragt, ist verloren</translation>
    </message>
    <message>
        <source>No training in this program varies this.</source>
        <translation>Kein Training in diesem Programm variiert das.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Shaded: {0} to {1}, varied in training {2}.</source>
        <translation>Schattiert: {0} bis {1}, im Training von {2}.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Strichstärke</translation>
    </message>
    <message>
        <source>Turns the image about its middle, clockwise</source>
        <translation>Dreht das Bild im Uhrzeigersinn um seine Mitte</translation>
    </message>
    <message>
        <source>Turns this share of the pixels, at random, into paper</source>
        <translation>Macht diesen Anteil der Pixel, zufällig gewählt, zu Papier</translation>
    </message>
    <message>
        <source>degrees clockwise</source>
        <translation>Grad im Uhrzeigersinn</translation>
    </message>
    <message>
        <source>ink left, %</source>
        <translation>übrige Tinte, %</translation>
    </message>
    <message>
        <source>noise, % of full ink</source>
        <translation>Rauschen, % der vollen Tinte</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>pixels broader</source>
        <translation>Pixel breiter</translation>
    </message>
    <message>
        <source>pixels missing, %</source>
        <translation>fehlende Pixel, %</translation>
    </message>
    <message>
        <source>pixels to the right</source>
        <translation>Pixel nach rechts</translation>
    </message>
    <message>
        <source>size, %</source>
        <translation>Größe, %</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} bei {1}</translation>
    </message>
    <message>
        <source>{0} down to {1}, then {2}</source>
        <translation>{0} bis hinab zu {1}, dann {2}</translation>
    </message>
    <message>
        <source>{0} from {1} to {2}, else {3}</source>
        <translation>{0} von {1} bis {2}, sonst {3}</translation>
    </message>
    <message>
        <source>{0} from {1} to {2}, left {3}, right {4}</source>
        <translation>{0} von {1} bis {2}, links&#xa0;{3}, rechts&#xa0;{4}</translation>
    </message>
    <message>
        <source>{0} throughout</source>
        <translation>durchweg {0}</translation>
    </message>
    <message>
        <source>{0} up to {1}, then {2}</source>
        <translation>{0} bis {1}, dann {2}</translation>
    </message>
    <message>
        <source>{0}: no augmentation.</source>
        <translation>{0}: ohne Augmentierung.</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>How many runs are kept</source>
        <translation>Wie viele Läufe aufbewahrt werden</translation>
    </message>
    <message>
        <source>Megabytes at most</source>
        <translation>Megabyte höchstens</translation>
    </message>
    <message>
        <source>Runs at most</source>
        <translation>Läufe höchstens</translation>
    </message>
    <message>
        <source>The oldest runs that you haven&apos;t named are cleared away first. Those that you keep for good stay.</source>
        <translation>Die ältesten Läufe ohne einen Namen von Ihnen werden zuerst gelöscht. Die dauerhaft aufbewahrten bleiben.</translation>
    </message>
    <message>
        <source>Where there are more, the oldest is cleared away when a run ends</source>
        <translation>Sind es mehr Läufe, wird der älteste gelöscht, sobald ein Lauf endet</translation>
    </message>
    <message>
        <source>Where they take up more disk space, the oldest is cleared away when a run ends</source>
        <translation>Brauchen sie mehr Platz auf der Platte, wird der älteste gelöscht, sobald ein Lauf endet</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Scroll the numbers</source>
        <translation>Die Zahlen verschieben</translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>Looking for the data of {0}…</source>
        <translation>Die Daten von {0} werden gesucht …</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models ({0})</source>
        <translation>Modelle ({0})</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>Nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Reading the validation set once more for the report…</source>
        <translation>Die Validierungsdaten werden für den Bericht noch einmal gelesen …</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>Modell speichern</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Saved the model as {0}</source>
        <translation>Modell gespeichert als {0}</translation>
    </message>
    <message>
        <source>Stop the run first, then open the model again.</source>
        <translation>Stoppen Sie zuerst den Lauf, und öffnen Sie das Modell dann noch einmal.</translation>
    </message>
    <message>
        <source>The network from {0} reads your sketch again</source>
        <translation>Das Netz aus {0} liest wieder Ihre Skizze</translation>
    </message>
    <message>
        <source>The starter network reads your sketch again</source>
        <translation>Das Startnetz liest wieder Ihre Skizze</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>Webseiten</translation>
    </message>
    <message>
        <source>{0} can&apos;t go on: its data isn&apos;t at hand. It was in {1}. Open the same images with Data &gt; Open folder, then continue.</source>
        <translation>{0} kann nicht weitergehen: Die Daten dazu sind nicht zur Hand. Sie lagen in {1}. Öffnen Sie dieselben Bilder mit Daten &gt; Ordner öffnen, und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>{0} reads your sketch now</source>
        <translation>{0} liest jetzt Ihre Skizze</translation>
    </message>
    <message>
        <source>{0} wasn&apos;t continued: another training began meanwhile. Continue it once that has ended.</source>
        <translation>{0} wurde nicht fortgesetzt: Inzwischen hat ein anderes Training begonnen. Setzen Sie den Lauf fort, sobald es beendet ist.</translation>
    </message>
</context>
<context>
    <name>RunDriver</name>
    <message>
        <source>Stopped before the last run was finished.</source>
        <translation>Gestoppt, bevor der letzte Lauf fertig war.</translation>
    </message>
    <message>
        <source>The training failed; the message above says why.</source>
        <translation>Das Training ist fehlgeschlagen; die Meldung oben sagt, warum.</translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message numerus="yes">
        <source>%Ln of them (was|were) here already</source>
        <translation>
            <numerusform>%Ln davon war schon hier</numerusform>
            <numerusform>%Ln davon waren schon hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) exported to {0}</source>
        <translation>
            <numerusform>%Ln Lauf nach {0} exportiert</numerusform>
            <numerusform>%Ln Läufe nach {0} exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) imported</source>
        <translation>
            <numerusform>%Ln Lauf importiert</numerusform>
            <numerusform>%Ln Läufe importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Export runs to a folder</source>
        <translation>Läufe in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Import runs from a folder</source>
        <translation>Läufe aus einem Ordner importieren</translation>
    </message>
    <message>
        <source>Notebooks</source>
        <translation>Notebooks</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>Nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>Reading the validation set with each network for the comparison…</source>
        <translation>Jedes Netz liest für den Vergleich die Validierungsdaten …</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Vergleich speichern</translation>
    </message>
    <message>
        <source>Save the notebook</source>
        <translation>Notebook speichern</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>Webseiten</translation>
    </message>
</context>
<context>
    <name>RunKeeper</name>
    <message numerus="yes">
        <source>%Ln old run(s) cleared away to make room</source>
        <translation>
            <numerusform>%Ln alter Lauf gelöscht, um Platz zu schaffen</numerusform>
            <numerusform>%Ln alte Läufe gelöscht, um Platz zu schaffen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <source>Best epoch: {0}, {1:.2f} % correct</source>
        <translation>Beste Epoche: {0}, {1:.2f} % richtig</translation>
    </message>
    <message>
        <source>Cut off when Inkgrad ended; it can be continued</source>
        <translation>Abgebrochen, als Inkgrad endete; er kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Diverged: its model is not kept</source>
        <translation>Divergiert: Das Modell wird nicht behalten</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>Ended with an error: its model is not kept</source>
        <translation>Mit einem Fehler beendet: Das Modell wird nicht behalten</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Kept for good: only you can delete it</source>
        <translation>Dauerhaft aufbewahrt: Nur Sie können ihn löschen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Skizze</translation>
    </message>
    <message>
        <source>Stopped before its end</source>
        <translation>Vor dem Ende gestoppt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>cut off at batch {0:,}</source>
        <translation>bei Batch {0:,} abgebrochen</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>{0}, kept for good</source>
        <translation>{0}, dauerhaft aufbewahrt</translation>
    </message>
</context>
<context>
    <name>RunsCard</name>
    <message>
        <source>All runs that are kept, the newest first</source>
        <translation>Alle aufbewahrten Läufe, der neueste zuerst</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the selected runs and their models</source>
        <translation>Die gewählten Läufe und ihre Modelle löschen</translation>
    </message>
    <message>
        <source>Go on with this run from where it was stopped or cut off</source>
        <translation>Diesen Lauf von dort an fortsetzen, wo er angehalten oder abgebrochen wurde</translation>
    </message>
    <message>
        <source>Let this run&apos;s network read your sketch again</source>
        <translation>Das Netz dieses Laufs wieder Ihre Skizze lesen lassen</translation>
    </message>
    <message>
        <source>More about runs</source>
        <translation>Mehr zu den Läufen</translation>
    </message>
    <message>
        <source>Name, keep, sort, compare and save runs</source>
        <translation>Läufe benennen, aufbewahren, sortieren, vergleichen und speichern</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs that are kept</source>
        <translation>Aufbewahrte Läufe</translation>
    </message>
    <message>
        <source>Tick runs to compare them; double-click a name or a note to change it</source>
        <translation>Haken Sie Läufe an, um sie zu vergleichen; ein Doppelklick auf Name oder Notiz ändert sie</translation>
    </message>
    <message>
        <source>Use its model</source>
        <translation>Modell laden</translation>
    </message>
    <message>
        <source>What to remember about {0}:</source>
        <translation>Was Sie sich zu {0} merken wollen:</translation>
    </message>
</context>
<context>
    <name>RunsMenu</name>
    <message>
        <source>&amp;Compare the ticked runs…</source>
        <translation>Angehakte Läufe &amp;vergleichen …</translation>
    </message>
    <message>
        <source>&amp;Export the selected runs…</source>
        <translation>Gewählte Läufe &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Keep for good</source>
        <translation>&amp;Dauerhaft aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Loss landscape…</source>
        <translation>&amp;Verlustlandschaft …</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Bericht …</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>Choose after how many runs the oldest are cleared away</source>
        <translation>Wählen, ab wie vielen Läufen die ältesten gelöscht werden</translation>
    </message>
    <message>
        <source>Copy them to a folder, from which another computer can import them</source>
        <translation>Sie in einen Ordner kopieren, aus dem ein anderer Rechner sie importieren kann</translation>
    </message>
    <message>
        <source>Draw the loss around the run as a map, with the paths of the ticked runs</source>
        <translation>Den Verlust um den Lauf herum als Karte zeichnen, mit den Wegen der angehakten Läufe</translation>
    </message>
    <message>
        <source>Give the selected run another name (F2)</source>
        <translation>Dem gewählten Lauf einen anderen Namen geben (F2)</translation>
    </message>
    <message>
        <source>How &amp;many are kept…</source>
        <translation>Wie &amp;viele aufbewahrt werden …</translation>
    </message>
    <message>
        <source>N&amp;ote…</source>
        <translation>N&amp;otiz …</translation>
    </message>
    <message>
        <source>Never clear this run away to make room; you can still delete it</source>
        <translation>Diesen Lauf nie von selbst löschen, um Platz zu schaffen; Sie können ihn weiterhin löschen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Save all runs with their results and settings, for a spreadsheet</source>
        <translation>Alle Läufe mit Ergebnissen und Einstellungen für eine Tabellenkalkulation speichern</translation>
    </message>
    <message>
        <source>Save as a note&amp;book…</source>
        <translation>Als Note&amp;book speichern …</translation>
    </message>
    <message>
        <source>Save results, differences, curves and confusion matrices as one web page</source>
        <translation>Ergebnisse, Unterschiede, Kurven und Konfusionsmatrizen als eine Webseite speichern</translation>
    </message>
    <message>
        <source>Save settings, curves and confusion matrix as one web page</source>
        <translation>Einstellungen, Kurven und Konfusionsmatrix als eine Webseite speichern</translation>
    </message>
    <message>
        <source>Save the &amp;table (CSV)…</source>
        <translation>&amp;Tabelle speichern (CSV) …</translation>
    </message>
    <message>
        <source>Save the training in plain PyTorch, to run and change it in Jupyter or Colab</source>
        <translation>Das Training in reinem PyTorch speichern, um es in Jupyter oder Colab auszuführen und zu ändern</translation>
    </message>
    <message>
        <source>Write down what you want to remember about the run</source>
        <translation>Aufschreiben, was Sie sich zu dem Lauf merken wollen</translation>
    </message>
</context>
<context>
    <name>RunsSection</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Another run is in progress. Stop it first, or wait until it ends.</source>
        <translation>Es ist schon ein Lauf im Gange. Stoppen Sie ihn zuerst, oder warten Sie, bis er endet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Loss per batch</source>
        <translation>Verlust je Batch</translation>
    </message>
    <message>
        <source>Mean loss of every {0} batches</source>
        <translation>Mittlerer Verlust (je {0} Batches)</translation>
    </message>
    <message>
        <source>Mean loss over up to {0} batches</source>
        <translation>Mittlerer Verlust (über bis zu {0} Batches)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Stop it and run</source>
        <translation>Stoppen und starten</translation>
    </message>
    <message>
        <source>Train the networks that the lesson compares; your own settings and network stay as they are</source>
        <translation>Die Netze trainieren, die die Lektion vergleicht; Ihre eigenen Einstellungen und Ihr Netz bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Training {0} of {1}: {2}, {3}</source>
        <translation>Training {0} von {1}: {2}, {3}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Click to sort by this column</source>
        <translation>Klicken, um nach dieser Spalte zu sortieren</translation>
    </message>
    <message>
        <source>Columns of the runs</source>
        <translation>Spalten der Läufe</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>&amp;CSV: train.csv and test.csv…</source>
        <translation>&amp;CSV: train.csv und test.csv …</translation>
    </message>
    <message>
        <source>&amp;Folders of PNGs, as in the book…</source>
        <translation>&amp;Ordner mit PNGs wie im Buch …</translation>
    </message>
    <message>
        <source>&amp;IDX: four files, like MNIST&apos;s…</source>
        <translation>&amp;IDX: vier Dateien wie bei MNIST …</translation>
    </message>
    <message>
        <source>&amp;NumPy: a .npz file…</source>
        <translation>&amp;NumPy: eine .npz-Datei …</translation>
    </message>
    <message>
        <source>&amp;Save dataset as</source>
        <translation>Datensatz &amp;speichern als</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a new or empty folder</source>
        <translation>Neuen oder leeren Ordner wählen</translation>
    </message>
    <message>
        <source>Images saved</source>
        <translation>Bilder gespeichert</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save all images with their classes, in a format that Inkgrad can read</source>
        <translation>Alle Bilder mit ihren Klassen speichern, in einem Format, das Inkgrad liest</translation>
    </message>
    <message>
        <source>Save dataset for NumPy</source>
        <translation>Datensatz für NumPy speichern</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>{0} gespeichert</translation>
    </message>
    <message>
        <source>{0} already exists. Replace it?</source>
        <translation>{0} gibt es schon. Soll die Datei ersetzt werden?</translation>
    </message>
</context>
<context>
    <name>SavingDialog</name>
    <message>
        <source>? A question
- a wrong choice
* the right choice
? One with a typed answer
= 0.3
? One for free words
! Why it is so (of any question)</source>
        <translation>? Eine Frage
- eine falsche Antwort
* die richtige Antwort
? Eine mit getippter Antwort
= 0,3
? Eine für freie Worte
! Warum es so ist (bei jeder Frage)</translation>
    </message>
    <message>
        <source>Discard the lesson that you have written?</source>
        <translation>Die geschriebene Lektion verwerfen?</translation>
    </message>
    <message>
        <source>Lessons, in order</source>
        <translation>Lektionen, der Reihe nach</translation>
    </message>
    <message>
        <source>Markdown: # heading, - list, **bold**</source>
        <translation>Markdown: # Überschrift, - Liste, **fett**</translation>
    </message>
    <message>
        <source>My lesson</source>
        <translation>Meine Lektion</translation>
    </message>
    <message>
        <source>Own questions</source>
        <translation>Eigene Fragen</translation>
    </message>
    <message>
        <source>Pages to show</source>
        <translation>Gezeigte Seiten</translation>
    </message>
    <message>
        <source>Pages without a tick are hidden while the lesson is open</source>
        <translation>Seiten ohne Häkchen sind verborgen, solange die Lektion offen ist</translation>
    </message>
    <message>
        <source>Save a lesson</source>
        <translation>Lektion speichern</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The file also stores the dataset and the settings of the Train page.</source>
        <translation>Die Datei enthält auch die Daten und Einstellungen der Seite „Trainieren“.</translation>
    </message>
    <message>
        <source>The lesson&apos;s name, as pupils see it</source>
        <translation>Der Name der Lektion, wie ihn Schüler sehen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What you had written when the program ended is here again.</source>
        <translation>Was Sie geschrieben hatten, als das Programm endete, ist wieder da.</translation>
    </message>
</context>
<context>
    <name>Scale</name>
    <message>
        <source>Everything will be shown at {0} % when Inkgrad next starts</source>
        <translation>Beim nächsten Start zeigt Inkgrad alles in {0} % der normalen Größe</translation>
    </message>
    <message>
        <source>Shown at {0} %</source>
        <translation>Größe: {0} %</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>Colours from {0} to {1}</source>
        <translation>Farben von {0} bis {1}</translation>
    </message>
</context>
<context>
    <name>ScrollWhenSmall</name>
    <message>
        <source>Scroll the window</source>
        <translation>Fensterinhalt verschieben</translation>
    </message>
</context>
<context>
    <name>SeenPane</name>
    <message>
        <source>28 × 28 pixels, 0 to 255</source>
        <translation>28 × 28 Pixel, 0 bis 255</translation>
    </message>
    <message>
        <source>Colour what mattered: blank out the 5 × 5 pixels around each pixel in turn, and see how far the network&apos;s confidence in its answer falls (for) or rises (against). The stronger the colour, the bigger the change</source>
        <translation>Färben, worauf es ankam: nacheinander die 5 × 5 Pixel um jedes Pixel leeren und sehen, wie weit die Sicherheit des Netzes in seiner Antwort fällt (dafür) oder steigt (dagegen). Je kräftiger die Farbe, desto größer die Änderung</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>See all 784 numbers that the model gets</source>
        <translation>Alle 784 Zahlen sehen, die das Modell bekommt</translation>
    </message>
    <message>
        <source>The sketch as the model gets it: 28 by 28 numbers from 0 (paper) to 255 (ink), sized and centred as in MNIST. Click to see all the numbers.</source>
        <translation>Die Skizze, wie das Modell sie bekommt: 28 mal 28 Zahlen von 0 (Papier) bis 255 (Tinte), Größe und Lage wie in MNIST. Ein Klick zeigt alle Zahlen.</translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation>Was das Modell sieht</translation>
    </message>
    <message>
        <source>Why this answer</source>
        <translation>Warum diese Antwort</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>needs a network and ink</source>
        <translation>braucht Netz und Tinte</translation>
    </message>
    <message>
        <source>row {0}, col {1}: &lt;b&gt;{2}&lt;/b&gt;</source>
        <translation>Zeile {0}, Sp. {1}: &lt;b&gt;{2}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>wird berechnet …</translation>
    </message>
    <message>
        <source>{0} for &amp;nbsp; {1} against</source>
        <translation>{0} dafür &amp;nbsp; {1} dagegen</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>A file is still being saved. To close without it, close again.</source>
        <translation>Eine Datei wird noch gespeichert. Um ohne sie zu schließen, schließen Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>Scroll the settings</source>
        <translation>Durch die Einstellungen blättern</translation>
    </message>
    <message>
        <source>Show all training settings</source>
        <translation>Alle Einstellungen des Trainings zeigen</translation>
    </message>
</context>
<context>
    <name>SeveralDigits</name>
    <message>
        <source>Several digits? To have each read:
View &gt; Several digits ({0})</source>
        <translation>Mehrere Ziffern? Jede einzeln lesen:
Ansicht &gt; Mehrere Ziffern ({0})</translation>
    </message>
</context>
<context>
    <name>SketchDocument</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Skizze</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Strich</translation>
    </message>
</context>
<context>
    <name>SketchFiles</name>
    <message>
        <source>A test image: {0}</source>
        <translation>Ein Testbild: {0}</translation>
    </message>
    <message>
        <source>A test image: {0}, read as {1}</source>
        <translation>Ein Testbild: {0}, gelesen als {1}</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>All files that Inkgrad opens ({0})</source>
        <translation>Alle Dateien, die Inkgrad öffnet ({0})</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>SVG, can be opened here again (*.svg)</source>
        <translation>SVG, lässt sich hier wieder öffnen (*.svg)</translation>
    </message>
    <message>
        <source>Save the sketch</source>
        <translation>Skizze speichern</translation>
    </message>
    <message>
        <source>The current dataset has none of the classes that this model knows: {0}.</source>
        <translation>Die aktuellen Daten enthalten keine der Klassen, die dieses Modell kennt: {0}.</translation>
    </message>
    <message>
        <source>There is no image to paste: copy one first.</source>
        <translation>Es gibt kein Bild zum Einfügen: Kopieren Sie zuerst eines.</translation>
    </message>
    <message>
        <source>There is no such image in the validation set.</source>
        <translation>In den Validierungsdaten gibt es kein solches Bild.</translation>
    </message>
    <message>
        <source>There is nothing to copy: draw something first.</source>
        <translation>Es gibt nichts zu kopieren: Zeichnen Sie zuerst etwas.</translation>
    </message>
</context>
<context>
    <name>SketchPanel</name>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
</context>
<context>
    <name>SmoothingSlider</name>
    <message>
        <source>How many batches the smoothed curve averages over; it doesn&apos;t affect the learning</source>
        <translation>Über wie viele Batches die geglättete Kurve mittelt; am Lernen ändert es nichts</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message>
        <source>diverged: the lesson&apos;s network, {0}</source>
        <translation>divergiert: das Netz der Lektion, {0}</translation>
    </message>
    <message>
        <source>diverged: your {0}</source>
        <translation>divergiert: Ihr {0}</translation>
    </message>
    <message>
        <source>epoch {0}, batch {1:,}: your {2}</source>
        <translation>Epoche {0}, Batch {1:,}: Ihr {2}</translation>
    </message>
    <message>
        <source>initial weights: your {0}</source>
        <translation>Anfangsgewichte: Ihr {0}</translation>
    </message>
    <message>
        <source>pixel similarity</source>
        <translation>Pixelähnlichkeit</translation>
    </message>
    <message>
        <source>the lesson&apos;s network: {0}</source>
        <translation>das Netz der Lektion: {0}</translation>
    </message>
    <message>
        <source>the model {0}</source>
        <translation>das Modell {0}</translation>
    </message>
    <message>
        <source>the starter network</source>
        <translation>das Startnetz</translation>
    </message>
    <message>
        <source>your {0} on {1}</source>
        <translation>Ihr {0} auf {1}</translation>
    </message>
    <message>
        <source>your {0}, epoch {1}</source>
        <translation>Ihr {0}, Epoche {1}</translation>
    </message>
    <message>
        <source>your {0}, first epoch</source>
        <translation>Ihr {0}, erste Epoche</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Leave the presentation</source>
        <translation>Präsentation verlassen</translation>
    </message>
    <message>
        <source>Leave the presentation (Esc); Ctrl+1, Ctrl+2, … show another page&apos;s figure</source>
        <translation>Präsentation verlassen (Esc); Strg+1, Strg+2, … zeigen die Abbildung einer anderen Seite</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Loading the network…</source>
        <translation>Das Netz wird geladen …</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Finished after epoch {0}: {1:.2f} % of the validation set read correctly</source>
        <translation>Fertig nach Epoche {0}: {1:.2f} % der Validierungsdaten richtig gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Fix %Ln setting(s) and train again</source>
        <translation>
            <numerusform>%Ln Einstellung korrigieren und neu trainieren</numerusform>
            <numerusform>%Ln Einstellungen korrigieren und neu trainieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix and train again</source>
        <translation>Korrigieren und neu trainieren</translation>
    </message>
    <message>
        <source>For My drawings: {0}</source>
        <translation>Für „Meine Zeichnungen“: {0}</translation>
    </message>
    <message>
        <source>For the lesson, {0}: {1}</source>
        <translation>Für die Lektion, {0}: {1}</translation>
    </message>
    <message>
        <source>Getting the data and the model ready…</source>
        <translation>Daten und Modell werden vorbereitet …</translation>
    </message>
    <message numerus="yes">
        <source>Paused: {0} on %Ln image(s) of {1}</source>
        <translation>
            <numerusform>Angehalten: {0} mit %Ln Bild: {1}</numerusform>
            <numerusform>Angehalten: {0} mit %Ln Bildern: {1}</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready: draw something, or press “Train”</source>
        <translation>Bereit: Zeichnen Sie etwas, oder trainieren Sie</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Stopped after epoch {0}: {1:.2f} % of the validation set read correctly</source>
        <translation>Gestoppt nach Epoche {0}: {1:.2f} % der Validierungsdaten richtig gelesen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt …</translation>
    </message>
    <message>
        <source>The lesson&apos;s run has ended</source>
        <translation>Der Lauf der Lektion ist zu Ende</translation>
    </message>
    <message>
        <source>The run diverged</source>
        <translation>Der Lauf hat divergiert</translation>
    </message>
    <message>
        <source>The run ended with an error</source>
        <translation>Der Lauf endete mit einem Fehler</translation>
    </message>
    <message>
        <source>The starter network reads the sketch</source>
        <translation>Das Startnetz liest die Skizze</translation>
    </message>
    <message>
        <source>Train again at {0:g}</source>
        <translation>Mit {0:g} neu trainieren</translation>
    </message>
    <message numerus="yes">
        <source>Training {0} on %Ln image(s) of {1}</source>
        <translation>
            <numerusform>{0} lernt aus %Ln Bild: {1}</numerusform>
            <numerusform>{0} lernt aus %Ln Bildern: {1}</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own network reads the sketch</source>
        <translation>Ihr eigenes Netz liest die Skizze</translation>
    </message>
    <message>
        <source>{0}. The run goes on.</source>
        <translation>{0}. Der Lauf geht weiter.</translation>
    </message>
</context>
<context>
    <name>StepNames</name>
    <message>
        <source>bias of map {0}</source>
        <translation>Bias von Karte {0}</translation>
    </message>
    <message>
        <source>bias of {0}</source>
        <translation>Bias von {0}</translation>
    </message>
    <message>
        <source>map {0}, row {1}, column {2}</source>
        <translation>Karte {0}, Zeile {1}, Spalte {2}</translation>
    </message>
    <message>
        <source>neuron {0}</source>
        <translation>Neuron {0}</translation>
    </message>
    <message>
        <source>pixel in row {0}, column {1}</source>
        <translation>Pixel in Zeile {0}, Spalte {1}</translation>
    </message>
    <message>
        <source>row {1}, column {2} of map {0}&apos;s filter over map {3}</source>
        <translation>Zeile {1}, Spalte {2} des Filters von Karte {0} über Karte {3}</translation>
    </message>
    <message>
        <source>row {1}, column {2} of the filter of map {0}</source>
        <translation>Zeile {1}, Spalte {2} des Filters von Karte {0}</translation>
    </message>
    <message>
        <source>weight from {0} to {1}</source>
        <translation>Gewicht von {0} zu {1}</translation>
    </message>
</context>
<context>
    <name>StepPictures</name>
    <message>
        <source>Click a weight to trace it</source>
        <translation>Ein Gewicht anklicken, um es zu verfolgen</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Gradient of the neuron&apos;s weights</source>
        <translation>Gradient der Gewichte des Neurons</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The image that is followed</source>
        <translation>Das Bild, dem gefolgt wird</translation>
    </message>
</context>
<context>
    <name>StepWindow</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Batch {0:,}, once more, with the weights after it.</source>
        <translation>Batch {0:,} noch einmal, mit den Gewichten danach.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Numbers are rounded for reading only.</source>
        <translation>Die Zahlen sind nur zum Lesen gerundet.</translation>
    </message>
    <message>
        <source>One step, traced</source>
        <translation>Ein Schritt, verfolgt</translation>
    </message>
    <message>
        <source>Page {0} of {1}.</source>
        <translation>Seite {0} von {1}.</translation>
    </message>
    <message>
        <source>Pages of the walk</source>
        <translation>Seiten des Wegs</translation>
    </message>
    <message>
        <source>The images are as they are in the dataset.</source>
        <translation>Die Bilder sind so, wie sie im Datensatz stehen.</translation>
    </message>
    <message>
        <source>The network that answers has no run in this window, so there is no batch: draw something.</source>
        <translation>Das Netz, das antwortet, hat in diesem Fenster keinen Lauf, also gibt es keinen Batch: Zeichnen Sie etwas.</translation>
    </message>
    <message>
        <source>The next page ({0})</source>
        <translation>Die nächste Seite ({0})</translation>
    </message>
    <message>
        <source>The previous page ({0})</source>
        <translation>Die Seite davor ({0})</translation>
    </message>
    <message>
        <source>The walk, page by page</source>
        <translation>Der Weg, Seite für Seite</translation>
    </message>
</context>
<context>
    <name>StepsField</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>StudyPages</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Hineinsehen</translation>
    </message>
    <message>
        <source>The training and validation images, by class and split</source>
        <translation>Die Trainings- und Validierungsbilder, nach Klasse und Teil</translation>
    </message>
    <message>
        <source>Weights, gradients and what each layer makes of the sketch</source>
        <translation>Gewichte, Gradienten und was jede Schicht aus der Skizze macht</translation>
    </message>
    <message>
        <source>What the model gets wrong, how sure it is, and where the sketch lies</source>
        <translation>Was das Modell falsch liest, wie sicher es ist und wo die Skizze liegt</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Scroll the images</source>
        <translation>Durch die Bilder blättern</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Broad</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Clear the pad</source>
        <translation>Zeichenfläche leeren</translation>
    </message>
    <message>
        <source>Clear the pad; undo brings the sketch back (Ctrl+Backspace)</source>
        <translation>Die Zeichenfläche leeren; Rückgängig bringt die Skizze wieder (Strg+Rücktaste)</translation>
    </message>
    <message>
        <source>Draw (B). The width is only for the eye: the network&apos;s line is always as wide as MNIST&apos;s</source>
        <translation>Zeichnen (B). Die Breite ist nur fürs Auge: Der Strich des Netzes ist immer so breit wie der von MNIST</translation>
    </message>
    <message>
        <source>Erase parts of strokes (E); an image can only be removed whole, with Clear</source>
        <translation>Teile von Strichen radieren (E); ein Bild lässt sich nur im Ganzen entfernen, mit „Leeren“</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fein</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open images, sketches, models, lessons or datasets; you can also paste or drop them</source>
        <translation>Bilder, Skizzen, Modelle, Lektionen oder Daten öffnen; Einfügen und Ablegen gehen auch</translation>
    </message>
    <message>
        <source>Put an image from the validation set on the pad: the network has never learned from it</source>
        <translation>Ein Bild aus den Validierungsdaten auf die Zeichenfläche legen: Das Netz hat nie aus ihm gelernt</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo the last step that was undone</source>
        <translation>Den zuletzt zurückgenommenen Schritt wiederholen</translation>
    </message>
    <message>
        <source>Size of the brush or eraser</source>
        <translation>Größe von Pinsel oder Radierer</translation>
    </message>
    <message>
        <source>Test image</source>
        <translation>Testbild</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last step (Ctrl+Z)</source>
        <translation>Den letzten Schritt zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Undo the last step: {0} (Ctrl+Z)</source>
        <translation>Den letzten Schritt zurücknehmen: {0} (Strg+Z)</translation>
    </message>
    <message>
        <source>Very broad</source>
        <translation>Sehr breit</translation>
    </message>
    <message>
        <source>Very fine</source>
        <translation>Sehr fein</translation>
    </message>
    <message>
        <source>Width of the tool ([ and ])</source>
        <translation>Breite des Werkzeugs ([ und ])</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Reading image {0:,} of {1:,}</source>
        <translation>Bild {0:,} von {1:,} wird gelesen</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End the run; the network keeps what it has learned so far (Shift+F5)</source>
        <translation>Den Lauf beenden; das Netz behält, was es bisher gelernt hat (Umschalt+F5)</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Vorbereitung …</translation>
    </message>
    <message>
        <source>Learn from a single batch, then wait: see what one step of gradient descent does (F10)</source>
        <translation>Aus einem einzigen Batch lernen und dann warten: zeigt, was ein Schritt des Gradientenabstiegs tut (F10)</translation>
    </message>
    <message>
        <source>Learn from the whole training set once, then wait (Ctrl+F10)</source>
        <translation>Einmal aus allen Trainingsdaten lernen und dann warten (Strg+F10)</translation>
    </message>
    <message>
        <source>One batch</source>
        <translation>Ein Batch</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>Eine Epoche</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause the run, and go on from there later (F6)</source>
        <translation>Den Lauf anhalten und später dort weitermachen (F6)</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Start with new random weights and train for the number of epochs set (F5)</source>
        <translation>Mit neuen zufälligen Gewichten beginnen und so viele Epochen trainieren wie eingestellt (F5)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt …</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>Training läuft …</translation>
    </message>
</context>
<context>
    <name>UpdateWords</name>
    <message>
        <source>A weight keeps about seven digits (float32), so that a step as small as this is rounded, or lost.</source>
        <translation>Ein Gewicht behält etwa sieben Stellen (float32), sodass ein so kleiner Schritt gerundet wird oder ganz verloren geht.</translation>
    </message>
    <message>
        <source>It stays, as the loss has no slope along it.</source>
        <translation>Es bleibt, da der Verlust mit ihm keine Steigung hat.</translation>
    </message>
    <message>
        <source>More than this gradient moves it: what is remembered, or the decay.</source>
        <translation>Nicht dieser Gradient allein bewegt es: auch, was behalten wurde, oder der Abbau.</translation>
    </message>
    <message>
        <source>The digits don&apos;t show the step: the loss is flat here, or the rate is small.</source>
        <translation>Die Ziffern zeigen den Schritt nicht: Der Verlust ist hier flach oder die Rate klein.</translation>
    </message>
    <message>
        <source>The loss after it</source>
        <translation>Der Verlust danach</translation>
    </message>
    <message>
        <source>The loss falls as it grows, so the step makes it larger.</source>
        <translation>Der Verlust fällt, wenn es wächst, also macht der Schritt es größer.</translation>
    </message>
    <message>
        <source>The loss grows with it, so the step makes it smaller.</source>
        <translation>Der Verlust wächst mit ihm, also macht der Schritt es kleiner.</translation>
    </message>
    <message>
        <source>The loss of the same batch, read again with the new weights.</source>
        <translation>Der Verlust desselben Batches, mit den neuen Gewichten noch einmal gelesen.</translation>
    </message>
    <message>
        <source>The loss of the same image, read again with the new weights.</source>
        <translation>Der Verlust desselben Bilds, mit den neuen Gewichten noch einmal gelesen.</translation>
    </message>
    <message>
        <source>The update</source>
        <translation>Die Änderung</translation>
    </message>
    <message>
        <source>What one weight alone changes is lost where the loss is rounded (float32).</source>
        <translation>Was ein Gewicht allein ändert, geht unter, wo der Verlust gerundet wird (float32).</translation>
    </message>
    <message>
        <source>after the step: all weights move</source>
        <translation>nach dem Schritt: alle Gewichte ändern sich</translation>
    </message>
    <message>
        <source>by the slope: loss + gradient · change</source>
        <translation>nach der Steigung: Verlust + Gradient · Änderung</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>direction = g + momentum · v</source>
        <translation>Richtung = g + Momentum · v</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>if only this weight moves</source>
        <translation>wenn nur dieses Gewicht sich ändert</translation>
    </message>
    <message>
        <source>kept, as none is zeroed</source>
        <translation>behalten, da keiner auf null gesetzt wird</translation>
    </message>
    <message>
        <source>loss before</source>
        <translation>Verlust vorher</translation>
    </message>
    <message>
        <source>m ÷ (1 − 0.9ⁿ)</source>
        <translation>m ÷ (1 − 0,9ⁿ)</translation>
    </message>
    <message>
        <source>mean m of g</source>
        <translation>Mittel m von g</translation>
    </message>
    <message>
        <source>mean s of g²</source>
        <translation>Mittel s von g²</translation>
    </message>
    <message>
        <source>s ÷ (1 − 0.999ⁿ)</source>
        <translation>s ÷ (1 − 0,999ⁿ)</translation>
    </message>
    <message>
        <source>the new weight</source>
        <translation>das neue Gewicht</translation>
    </message>
    <message>
        <source>the optimizer comes to</source>
        <translation>der Optimierer kommt auf</translation>
    </message>
    <message>
        <source>together g</source>
        <translation>zusammen g</translation>
    </message>
    <message>
        <source>velocity v = momentum · v + g</source>
        <translation>Geschwindigkeit v = Momentum · v + g</translation>
    </message>
    <message>
        <source>weight decay · weight</source>
        <translation>Gewichtsabbau · Gewicht</translation>
    </message>
    <message>
        <source>{0}, its step {1:,}</source>
        <translation>{0}, sein Schritt {1:,}</translation>
    </message>
    <message>
        <source>{0}, momentum {1}</source>
        <translation>{0}, Momentum {1}</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}: {1}.</translation>
    </message>
    <message>
        <source>− rate · direction</source>
        <translation>− Rate · Richtung</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Accuracy against rotation, noise and more, for ticked runs too</source>
        <translation>Genauigkeit bei Drehung, Rauschen und mehr, auch von angehakten Läufen</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>Wie es liest</translation>
    </message>
    <message>
        <source>How much can it stand?</source>
        <translation>Wie viel verträgt es?</translation>
    </message>
    <message>
        <source>Mistakes, confidence, and a map of the images</source>
        <translation>Fehler, Sicherheit und eine Karte der Bilder</translation>
    </message>
    <message>
        <source>What to evaluate</source>
        <translation>Was ausgewertet wird</translation>
    </message>
</context>
<context>
    <name>WholeNumber</name>
    <message>
        <source>Use no separator for thousands: 1000, or 1e3.</source>
        <translation>Tausender haben kein Trennzeichen: 1000 oder 1e3.</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Hears most from</source>
        <translation>Hört am meisten von</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
</context>
</TS>
