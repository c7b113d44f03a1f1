<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>Books</name>
        <message numerus="yes">
            <source>%n article(s) are in the new archive.</source>
            <translation>
                <numerusform>%n article is in the new archive.</numerusform>
                <numerusform>%n articles are in the new archive.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) were damaged and left out</source>
            <translation>
                <numerusform>%n article was damaged and left out</numerusform>
                <numerusform>%n articles were damaged and left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) written</source>
            <translation>
                <numerusform>%n article written</numerusform>
                <numerusform>%n articles written</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n collection(s)</source>
            <translation>
                <numerusform>%n collection</numerusform>
                <numerusform>%n collections</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n correction(s) of names</source>
            <translation>
                <numerusform>%n correction of names</numerusform>
                <numerusform>%n corrections of names</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new article(s)</source>
            <translation>
                <numerusform>%n new article</numerusform>
                <numerusform>%n new articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were there already</source>
            <translation>
                <numerusform>%n was there already</numerusform>
                <numerusform>%n were there already</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CitationDialog</name>
        <message numerus="yes">
            <source>%n reference(s) saved</source>
            <translation>
                <numerusform>%n reference saved</numerusform>
                <numerusform>%n references saved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more; all of them are saved to a file.</source>
            <translation>
                <numerusform>… and %n more; all of them are saved to a file.</numerusform>
                <numerusform>… and %n more; all of them are saved to a file.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Companion</name>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n difference</numerusform>
                <numerusform>%n differences</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConcordancePane</name>
        <message numerus="yes">
            <source>%n line(s) saved in %1</source>
            <comment>status bar; %1 is a file</comment>
            <translation>
                <numerusform>%n line saved in %1</numerusform>
                <numerusform>%n lines saved in %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s)</source>
            <comment>number of occurrences</comment>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n article(s)</source>
            <comment>after the number of occurrences</comment>
            <translation>
                <numerusform>in %n article</numerusform>
                <numerusform>in %n articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Corrector</name>
        <message numerus="yes">
            <source>%n correction(s) exported</source>
            <translation>
                <numerusform>%n correction exported</numerusform>
                <numerusform>%n corrections exported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n correction(s) imported</source>
            <translation>
                <numerusform>%n correction imported</numerusform>
                <numerusform>%n corrections imported</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message numerus="yes">
            <source>%n article(s) put into the collection</source>
            <translation>
                <numerusform>%n article put into the collection</numerusform>
                <numerusform>%n articles put into the collection</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) taken out of the collection</source>
            <translation>
                <numerusform>%n article taken out of the collection</numerusform>
                <numerusform>%n articles taken out of the collection</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) changed</source>
            <translation>
                <numerusform>%n note changed</numerusform>
                <numerusform>%n notes changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) deleted</source>
            <translation>
                <numerusform>%n note deleted</numerusform>
                <numerusform>%n notes deleted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) made</source>
            <translation>
                <numerusform>%n note made</numerusform>
                <numerusform>%n notes made</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Archive merged, %n new article(s)</source>
            <translation>
                <numerusform>Archive merged, %n new article</numerusform>
                <numerusform>Archive merged, %n new articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EntitySidebar</name>
        <message numerus="yes">
            <source>in %n article(s)</source>
            <comment>of the archive</comment>
            <translation>
                <numerusform>in %n article</numerusform>
                <numerusform>in %n articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistogramWidget</name>
        <message numerus="yes">
            <source>%1: %n article(s)</source>
            <comment>tool tip of a bar; %1 is a year or month</comment>
            <translation>
                <numerusform>%1: %n article</numerusform>
                <numerusform>%1: %n articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportStrip</name>
        <message numerus="yes">
            <source>%n already there</source>
            <comment>articles</comment>
            <translation>
                <numerusform>%n already there</numerusform>
                <numerusform>%n already there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) imported</source>
            <translation>
                <numerusform>%n article imported</numerusform>
                <numerusform>%n articles imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more import(s) waiting</source>
            <translation>
                <numerusform>%n more import waiting</numerusform>
                <numerusform>%n more imports waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not readable</source>
            <comment>files</comment>
            <translation>
                <numerusform>%n not readable</numerusform>
                <numerusform>%n not readable</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unchanged</source>
            <comment>files</comment>
            <translation>
                <numerusform>%n unchanged</numerusform>
                <numerusform>%n unchanged</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Meta</name>
        <message numerus="yes">
            <source>%n place(s) repaired</source>
            <comment>under the title</comment>
            <translation>
                <numerusform>%n place repaired</numerusform>
                <numerusform>%n places repaired</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reprint(s)</source>
            <comment>under the title</comment>
            <translation>
                <numerusform>%n reprint</numerusform>
                <numerusform>%n reprints</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NameDialog</name>
        <message numerus="yes">
            <source>A name that tells the other apart, in %n article(s), such as one with a place.</source>
            <translation>
                <numerusform>A name that tells the other apart, in %n article, such as one with a place.</numerusform>
                <numerusform>A name that tells the other apart, in %n articles, such as one with a place.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NetworkPicture</name>
        <message numerus="yes">
            <source>linked with %n other(s)</source>
            <translation>
                <numerusform>linked with %n other</numerusform>
                <numerusform>linked with %n others</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewArchive</name>
        <message numerus="yes">
            <source>%n file(s) and folder(s) will be imported.</source>
            <translation>
                <numerusform>%n file or folder will be imported.</numerusform>
                <numerusform>%n files and folders will be imported.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NotesPane</name>
        <message numerus="yes">
            <source>%n note(s) written</source>
            <translation>
                <numerusform>%n note written</numerusform>
                <numerusform>%n notes written</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Output</name>
        <message numerus="yes">
            <source>%n character(s) copied.</source>
            <translation>
                <numerusform>%n character copied.</numerusform>
                <numerusform>%n characters copied.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PaneHead</name>
        <message numerus="yes">
            <source>%1 · %n line(s)</source>
            <comment>the same where there is less room</comment>
            <translation>
                <numerusform>%1 · %n line</numerusform>
                <numerusform>%1 · %n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n line(s) without reprints</source>
            <comment>%1 is the number of articles</comment>
            <translation>
                <numerusform>%1, %n line without reprints</numerusform>
                <numerusform>%1, %n lines without reprints</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s)</source>
            <comment>number of hits</comment>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) not yet searchable: results are incomplete.</source>
            <comment>banner</comment>
            <translation>
                <numerusform>%n article not yet searchable: results are incomplete.</numerusform>
                <numerusform>%n articles not yet searchable: results are incomplete.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReaderHeader</name>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <comment>number of hits in the article</comment>
            <translation>
                <numerusform>%n hit</numerusform>
                <numerusform>%n hits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message numerus="yes">
            <source>%n article(s) read again from originals.</source>
            <translation>
                <numerusform>%n article read again from originals.</numerusform>
                <numerusform>%n articles read again from originals.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) lost with their originals:</source>
            <translation>
                <numerusform>%n file lost with its original:</numerusform>
                <numerusform>%n files lost with their originals:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportWindow</name>
        <message numerus="yes">
            <source>%n file(s) shown</source>
            <translation>
                <numerusform>%n file shown</numerusform>
                <numerusform>%n files shown</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultsDelegate</name>
        <message numerus="yes">
            <source>%n reprint(s)</source>
            <comment>small line of a result row</comment>
            <translation>
                <numerusform>%n reprint</numerusform>
                <numerusform>%n reprints</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>%n article(s) not searchable yet</source>
            <translation>
                <numerusform>%n article not searchable yet</numerusform>
                <numerusform>%n articles not searchable yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s) in the article</source>
            <translation>
                <numerusform>%n hit in the article</numerusform>
                <numerusform>%n hits in the article</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrendPane</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <comment>number of articles</comment>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s)</source>
            <comment>number of occurrences</comment>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a date</source>
            <comment>number of articles</comment>
            <translation>
                <numerusform>%n without a date</numerusform>
                <numerusform>%n without a date</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ZeroHits</name>
        <message numerus="yes">
            <source>%n article(s) not yet searchable; they may have it.</source>
            <translation>
                <numerusform>%n article is not yet searchable; it may have it.</numerusform>
                <numerusform>%n articles are not yet searchable; they may have it.</numerusform>
            </translation>
        </message>
    </context>
</TS>
