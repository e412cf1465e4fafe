<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>After {batches} batch(es) the loss exploded: {causes}</source>
        <translation>
            <numerusform>After {batches} batch the loss exploded: {causes}</numerusform>
            <numerusform>After {batches} batches the loss exploded: {causes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After {batches} batch(es) the loss is no longer a number: {causes}</source>
        <translation>
            <numerusform>After {batches} batch the loss is no longer a number: {causes}</numerusform>
            <numerusform>After {batches} batches the loss is no longer a number: {causes}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done after {epochs} epoch(s) and {seconds} s.</source>
        <translation>
            <numerusform>Done after {epochs} epoch and {seconds} s.</numerusform>
            <numerusform>Done after {epochs} epochs and {seconds} s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted after {epochs} epoch(s) and {seconds} s.</source>
        <translation>
            <numerusform>Interrupted after {epochs} epoch and {seconds} s.</numerusform>
            <numerusform>Interrupted after {epochs} epochs and {seconds} s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pen strokes are not UCI&apos;s pendigits-orig.tra: they are {digits} digit(s), sha256 {found}. Use the file that assets/starter/ORIGIN.md names.</source>
        <translation>
            <numerusform>The pen strokes are not UCI&apos;s pendigits-orig.tra: they are {digits} digit, sha256 {found}. Use the file that assets/starter/ORIGIN.md names.</numerusform>
            <numerusform>The pen strokes are not UCI&apos;s pendigits-orig.tra: they are {digits} digits, sha256 {found}. Use the file that assets/starter/ORIGIN.md names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hidden has {layers} layer(s): use 1 to 20 widths.</source>
        <translation>
            <numerusform>hidden has {layers} layer: use 1 to 20 widths.</numerusform>
            <numerusform>hidden has {layers} layers: use 1 to 20 widths.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text has {length} character(s): use {most} at most.</source>
        <translation>
            <numerusform>text has {length} character: use {most} at most.</numerusform>
            <numerusform>text has {length} characters: use {most} at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>title has {length} character(s): use 1 to {most}.</source>
        <translation>
            <numerusform>title has {length} character: use 1 to {most}.</numerusform>
            <numerusform>title has {length} characters: use 1 to {most}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used {n} day(s) ago</source>
        <translation>
            <numerusform>used {n} day ago</numerusform>
            <numerusform>used {n} days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file} has {n} row(s) that can&apos;t be read, the first on line {line}: check the table.</source>
        <translation>
            <numerusform>{file} has {n} row that can&apos;t be read, the first on line {line}: check the table.</numerusform>
            <numerusform>{file} has {n} rows that can&apos;t be read, the first on line {line}: check the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{folder} has no labels, so its {n} image(s) (was|were) ignored.</source>
        <translation>
            <numerusform>{folder} has no labels, so its {n} image was ignored.</numerusform>
            <numerusform>{folder} has no labels, so its {n} images were ignored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{folder} isn&apos;t needed, so its {n} image(s) (was|were) ignored.</source>
        <translation>
            <numerusform>{folder} isn&apos;t needed, so its {n} image was ignored.</numerusform>
            <numerusform>{folder} isn&apos;t needed, so its {n} images were ignored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{images} image(s) need(s|) int64 labels of shape ({images},), not {found}: give each image one label.</source>
        <translation>
            <numerusform>{images} image needs int64 labels of shape ({images},), not {found}: give each image one label.</numerusform>
            <numerusform>{images} images need int64 labels of shape ({images},), not {found}: give each image one label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} class(es) (has|have) fewer than {least} training images: {classes}.</source>
        <translation>
            <numerusform>{n} class has fewer than {least} training images: {classes}.</numerusform>
            <numerusform>{n} classes have fewer than {least} training images: {classes}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} class(es) (has|have) no validation images: {classes}.</source>
        <translation>
            <numerusform>{n} class has no validation images: {classes}.</numerusform>
            <numerusform>{n} classes have no validation images: {classes}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} damaged file(s) (was|were) left out: {files}.</source>
        <translation>
            <numerusform>{n} damaged file was left out: {files}.</numerusform>
            <numerusform>{n} damaged files were left out: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} file(s) (is|are) in the archive twice and (was|were) read once: {files}.</source>
        <translation>
            <numerusform>{n} file is in the archive twice and was read once: {files}.</numerusform>
            <numerusform>{n} files are in the archive twice and were read once: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} file(s) listed in the table (is|are) missing: {files}.</source>
        <translation>
            <numerusform>{n} file listed in the table is missing: {files}.</numerusform>
            <numerusform>{n} files listed in the table are missing: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} file(s) whose class isn&apos;t clear (was|were) left out: {files}.</source>
        <translation>
            <numerusform>{n} file whose class isn&apos;t clear was left out: {files}.</numerusform>
            <numerusform>{n} files whose class isn&apos;t clear were left out: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} image(s)</source>
        <translation>
            <numerusform>{n} image</numerusform>
            <numerusform>{n} images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} image(s) (is|are) blank.</source>
        <translation>
            <numerusform>{n} image is blank.</numerusform>
            <numerusform>{n} images are blank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} image(s) (is|are) not in the table and (was|were) left out: {files}.</source>
        <translation>
            <numerusform>{n} image is not in the table and was left out: {files}.</numerusform>
            <numerusform>{n} images are not in the table and were left out: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} image(s) outside the class folders (was|were) ignored.</source>
        <translation>
            <numerusform>{n} image outside the class folders was ignored.</numerusform>
            <numerusform>{n} images outside the class folders were ignored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept run(s) (is|are) damaged, and put aside in {folder}.</source>
        <translation>
            <numerusform>{n} kept run is damaged, and put aside in {folder}.</numerusform>
            <numerusform>{n} kept runs are damaged, and put aside in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept run(s) (was|were) saved by a newer version of Inkgrad and (isn&apos;t|aren&apos;t) shown. Update yours.</source>
        <translation>
            <numerusform>{n} kept run was saved by a newer version of Inkgrad and isn&apos;t shown. Update yours.</numerusform>
            <numerusform>{n} kept runs were saved by a newer version of Inkgrad and aren&apos;t shown. Update yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} label(s)</source>
        <translation>
            <numerusform>{n} label</numerusform>
            <numerusform>{n} labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of your drawings (is|are) damaged and (was|were) left out. The first was put aside as {first}.</source>
        <translation>
            <numerusform>{n} of your drawings is damaged and was left out. The first was put aside as {first}.</numerusform>
            <numerusform>{n} of your drawings are damaged and were left out. The first was put aside as {first}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} row(s) of {file} can&apos;t be read and (was|were) left out, on line(s) {lines}.</source>
        <translation>
            <numerusform>{n} row of {file} can&apos;t be read and was left out, on line {lines}.</numerusform>
            <numerusform>{n} rows of {file} can&apos;t be read and were left out, on lines {lines}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} validation image(s) (is|are) also in the training set, so the accuracy will look too good.</source>
        <translation>
            <numerusform>{n} validation image is also in the training set, so the accuracy will look too good.</numerusform>
            <numerusform>{n} validation images are also in the training set, so the accuracy will look too good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{processes} processes can&apos;t compute on {device} together, as this computer has {gpus} CUDA GPU(s): choose --device auto or cpu, or start fewer processes.</source>
        <translation>
            <numerusform>{processes} processes can&apos;t compute on {device} together, as this computer has {gpus} CUDA GPU: choose --device auto or cpu, or start fewer processes.</numerusform>
            <numerusform>{processes} processes can&apos;t compute on {device} together, as this computer has {gpus} CUDA GPUs: choose --device auto or cpu, or start fewer processes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{pupils} pupil(s); files left out: {refused}.</source>
        <translation>
            <numerusform>{pupils} pupil; files left out: {refused}.</numerusform>
            <numerusform>{pupils} pupils; files left out: {refused}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackWords</name>
    <message numerus="yes">
        <source>all %Ln path(s) from here, added up</source>
        <translation>
            <numerusform>all %Ln path from here, added up</numerusform>
            <numerusform>all %Ln paths from here, added up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %Ln other image(s) of the batch</source>
        <translation>
            <numerusform>the %Ln other image of the batch</numerusform>
            <numerusform>the %Ln other images of the batch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %Ln other place(s) of the map</source>
        <translation>
            <numerusform>the %Ln other place of the map</numerusform>
            <numerusform>the %Ln other places of the map</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %Ln other place(s), in all images</source>
        <translation>
            <numerusform>the %Ln other place, in all images</numerusform>
            <numerusform>the %Ln other places, in all images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>δ says by how much the loss grows as an output grows a little; the loss is the mean over %Ln image(s).</source>
        <translation>
            <numerusform>δ says by how much the loss grows as an output grows a little; the loss is the mean over %Ln image.</numerusform>
            <numerusform>δ says by how much the loss grows as an output grows a little; the loss is the mean over %Ln images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassWindow</name>
    <message numerus="yes">
        <source>%Ln more file(s) (is|are) left out.</source>
        <translation>
            <numerusform>%Ln more file is left out.</numerusform>
            <numerusform>%Ln more files are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message numerus="yes">
        <source>%Ln fewer than before.</source>
        <translation>
            <numerusform>%Ln fewer than before.</numerusform>
            <numerusform>%Ln fewer than before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more than before.</source>
        <translation>
            <numerusform>%Ln more than before.</numerusform>
            <numerusform>%Ln more than before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonWords</name>
    <message numerus="yes">
        <source>Comparison of %Ln run(s)</source>
        <translation>
            <numerusform>Comparison of %Ln run</numerusform>
            <numerusform>Comparison of %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mistake(s)</source>
        <translation>
            <numerusform>%Ln mistake</numerusform>
            <numerusform>%Ln mistakes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DescriptionWords</name>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln class</numerusform>
            <numerusform>%Ln classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out.</source>
        <translation>
            <numerusform>%Ln file left out.</numerusform>
            <numerusform>%Ln files left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message numerus="yes">
        <source>{0}, %Ln thread(s)</source>
        <translation>
            <numerusform>{0}, %Ln thread</numerusform>
            <numerusform>{0}, %Ln threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForwardWords</name>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of all %Ln image(s) of the batch</source>
        <translation>
            <numerusform>mean of all %Ln image of the batch</numerusform>
            <numerusform>mean of all %Ln images of the batch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message numerus="yes">
        <source>{0} · %Ln validation image(s) of {1}</source>
        <translation>
            <numerusform>{0} · %Ln validation image of {1}</numerusform>
            <numerusform>{0} · %Ln validation images of {1}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message numerus="yes">
        <source>%Ln of 784 pixels (has|have) ink</source>
        <translation>
            <numerusform>%Ln of 784 pixels has ink</numerusform>
            <numerusform>%Ln of 784 pixels have ink</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mosaic</name>
    <message numerus="yes">
        <source>%Ln picture(s) of {0} × {1}, values from {2} to {3}</source>
        <translation>
            <numerusform>%Ln picture of {0} × {1}, values from {2} to {3}</numerusform>
            <numerusform>%Ln pictures of {0} × {1}, values from {2} to {3}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NowWords</name>
    <message numerus="yes">
        <source>After epoch {0:,}: {1}, so %Ln of {2:,} validation images (is|are) misread.</source>
        <translation>
            <numerusform>After epoch {0:,}: {1}, so %Ln of {2:,} validation images is misread.</numerusform>
            <numerusform>After epoch {0:,}: {1}, so %Ln of {2:,} validation images are misread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next run will take %Ln image(s) for each step.</source>
        <translation>
            <numerusform>The next run will take %Ln image for each step.</numerusform>
            <numerusform>The next run will take %Ln images for each step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} has done {1:,} of {2:,}, which is %Ln step(s).</source>
        <translation>
            <numerusform>{0} has done {1:,} of {2:,}, which is %Ln step.</numerusform>
            <numerusform>{0} has done {1:,} of {2:,}, which is %Ln steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} learns from {1:,} images, and %Ln other(s) test(s|) it.</source>
        <translation>
            <numerusform>{0} learns from {1:,} images, and %Ln other tests it.</numerusform>
            <numerusform>{0} learns from {1:,} images, and %Ln others test it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: batches of {1:,} out of {2:,} training images, so %Ln step(s) per epoch.</source>
        <translation>
            <numerusform>{0}: batches of {1:,} out of {2:,} training images, so %Ln step per epoch.</numerusform>
            <numerusform>{0}: batches of {1:,} out of {2:,} training images, so %Ln steps per epoch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message numerus="yes">
        <source>%n image(s) read: see the list.</source>
        <translation>
            <numerusform>%n image read: see the list.</numerusform>
            <numerusform>%n images read: see the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) not opened.</source>
        <translation>
            <numerusform>%n more file not opened.</numerusform>
            <numerusform>%n more files not opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message numerus="yes">
        <source>%Ln not recognised as any class: {0:,} guessed wrong, {1:,} right</source>
        <translation>
            <numerusform>%Ln not recognised as any class: {0:,} guessed wrong, {1:,} right</numerusform>
            <numerusform>%Ln not recognised as any class: {0:,} guessed wrong, {1:,} right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the right ones not recognised as any class</source>
        <translation>
            <numerusform>%Ln of the right ones not recognised as any class</numerusform>
            <numerusform>%Ln of the right ones not recognised as any class</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them not recognised as any class</source>
        <translation>
            <numerusform>%Ln of them not recognised as any class</numerusform>
            <numerusform>%Ln of them not recognised as any class</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message numerus="yes">
        <source>{0:,} of %Ln validation image(s) read correctly.</source>
        <translation>
            <numerusform>{0:,} of %Ln validation image read correctly.</numerusform>
            <numerusform>{0:,} of %Ln validation images read correctly.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesWindow</name>
    <message numerus="yes">
        <source>Kept %n image(s) in My drawings.</source>
        <translation>
            <numerusform>Kept %n image in My drawings.</numerusform>
            <numerusform>Kept %n images in My drawings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointsMap</name>
    <message numerus="yes">
        <source>{0}, %Ln of them misread</source>
        <translation>
            <numerusform>{0}, %Ln of them misread</numerusform>
            <numerusform>{0}, %Ln of them misread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message numerus="yes">
        <source>Counted with the network as it stopped, %Ln batch(es) after its last whole epoch.</source>
        <translation>
            <numerusform>Counted with the network as it stopped, %Ln batch after its last whole epoch.</numerusform>
            <numerusform>Counted with the network as it stopped, %Ln batches after its last whole epoch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} on %Ln image(s) of {1}</source>
        <translation>
            <numerusform>{0} on %Ln image of {1}</numerusform>
            <numerusform>{0} on %Ln images of {1}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: {1:.2f} % of the validation set read correctly after %Ln epoch(s) and {2:.1f} s.</source>
        <translation>
            <numerusform>{0}: {1:.2f} % of the validation set read correctly after %Ln epoch and {2:.1f} s.</numerusform>
            <numerusform>{0}: {1:.2f} % of the validation set read correctly after %Ln epochs and {2:.1f} s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message numerus="yes">
        <source>%Ln of them (was|were) here already</source>
        <translation>
            <numerusform>%Ln of them was here already</numerusform>
            <numerusform>%Ln of them were here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) exported to {0}</source>
        <translation>
            <numerusform>%Ln run exported to {0}</numerusform>
            <numerusform>%Ln runs exported to {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) imported</source>
        <translation>
            <numerusform>%Ln run imported</numerusform>
            <numerusform>%Ln runs imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunKeeper</name>
    <message numerus="yes">
        <source>%Ln old run(s) cleared away to make room</source>
        <translation>
            <numerusform>%Ln old run cleared away to make room</numerusform>
            <numerusform>%Ln old runs cleared away to make room</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message numerus="yes">
        <source>Fix %Ln setting(s) and train again</source>
        <translation>
            <numerusform>Fix %Ln setting and train again</numerusform>
            <numerusform>Fix %Ln settings and train again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused: {0} on %Ln image(s) of {1}</source>
        <translation>
            <numerusform>Paused: {0} on %Ln image of {1}</numerusform>
            <numerusform>Paused: {0} on %Ln images of {1}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Training {0} on %Ln image(s) of {1}</source>
        <translation>
            <numerusform>Training {0} on %Ln image of {1}</numerusform>
            <numerusform>Training {0} on %Ln images of {1}</numerusform>
        </translation>
    </message>
</context>
</TS>
