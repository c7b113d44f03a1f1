<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
    <context>
        <name>About</name>
        <message>
            <source>About Juanzong</source>
            <translation>關於卷宗</translation>
        </message>
        <message>
            <source>An offline archive browser for Chinese press and government articles. Nothing leaves this computer.</source>
            <translation>離線的中文報刊與政府文章檔案瀏覽器。任何內容都不會離開這部電腦。</translation>
        </message>
        <message>
            <source>Components and their licences</source>
            <translation>程式用到的元件及其授權條款</translation>
        </message>
        <message>
            <source>Copy versions</source>
            <translation>複製版本資訊</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Licence: Apache 2.0. Built with %1.</source>
            <translation>授權條款：Apache 2.0。使用了 %1。</translation>
        </message>
        <message>
            <source>Third-party works</source>
            <translation>所用他人作品</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>版本 %1</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;About Juanzong</source>
            <translation>關於卷宗(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Article</source>
            <translation>文章(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Build a query…</source>
            <translation>查詢精靈(&amp;B)…</translation>
        </message>
        <message>
            <source>&amp;Close archive</source>
            <translation>關閉檔案庫(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Count many terms…</source>
            <translation>批次檢索(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>深色(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Find an action…</source>
            <translation>尋找操作(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>全螢幕(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help…</source>
            <translation>說明(&amp;H)…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>匯入(&amp;I)…</translation>
        </message>
        <message>
            <source>&amp;Keyboard…</source>
            <translation>鍵盤快速鍵(&amp;K)…</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>淺色(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Log…</source>
            <translation>執行紀錄(&amp;L)…</translation>
        </message>
        <message>
            <source>&amp;New archive…</source>
            <translation>新增檔案庫(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Newest first</source>
            <translation>最新在前(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Next pane</source>
            <translation>下一個窗格(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Oldest first</source>
            <translation>最早在前(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Open archive…</source>
            <translation>開啟檔案庫(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;People, places, documents</source>
            <translation>人物、地點、文件(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Previous pane</source>
            <translation>上一個窗格(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>結束(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Results</source>
            <translation>結果(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Switch script</source>
            <translation>切換繁簡(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Traditional</source>
            <translation>繁體(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Watched folders…</source>
            <translation>監看資料夾(&amp;W)…</translation>
        </message>
        <message>
            <source>&amp;Why is it not found…</source>
            <translation>為什麼找不到(&amp;W)…</translation>
        </message>
        <message>
            <source>A link for documents and mail that opens this article where it is selected</source>
            <translation>可貼到文件和郵件中的連結，開啟後直達這篇文章的選取處</translation>
        </message>
        <message>
            <source>A small archive to try everything on</source>
            <translation>一個小型檔案庫，可試用各項功能</translation>
        </message>
        <message>
            <source>All actions</source>
            <translation>全部操作</translation>
        </message>
        <message>
            <source>All articles in Simplified characters</source>
            <translation>全部文章顯示為簡體</translation>
        </message>
        <message>
            <source>All articles in Traditional characters</source>
            <translation>全部文章顯示為繁體</translation>
        </message>
        <message>
            <source>All articles in Traditional characters as used in Hong Kong</source>
            <translation>全部文章顯示為香港繁體</translation>
        </message>
        <message>
            <source>All articles in Traditional characters as used in Taiwan</source>
            <translation>全部文章顯示為台灣正體</translation>
        </message>
        <message>
            <source>All shortcuts on one page</source>
            <translation>一頁看完所有快速鍵</translation>
        </message>
        <message>
            <source>Archive &amp;properties…</source>
            <translation>檔案庫內容(&amp;P)…</translation>
        </message>
        <message>
            <source>As &amp;printed</source>
            <translation>原文(&amp;P)</translation>
        </message>
        <message>
            <source>As printed → Simplified → Traditional, for all text of the archive</source>
            <translation>原文 → 簡體 → 繁體，適用於檔案庫的全部文字</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>跟隨系統(&amp;S)</translation>
        </message>
        <message>
            <source>Best matches first</source>
            <translation>最相關的在前</translation>
        </message>
        <message>
            <source>By &amp;relevance</source>
            <translation>依相關度(&amp;R)</translation>
        </message>
        <message>
            <source>Change the &amp;order</source>
            <translation>更換排序(&amp;O)</translation>
        </message>
        <message>
            <source>Choose files and folders to import</source>
            <translation>選擇要匯入的檔案與資料夾</translation>
        </message>
        <message>
            <source>Close all windows and the program</source>
            <translation>關閉所有視窗並結束程式</translation>
        </message>
        <message>
            <source>Close this archive and go to the start page</source>
            <translation>關閉這個檔案庫，回到起始頁</translation>
        </message>
        <message>
            <source>Copy &amp;link to this place</source>
            <translation>複製此處的連結(&amp;L)</translation>
        </message>
        <message>
            <source>Counts, sizes, check and repair of this archive</source>
            <translation>這個檔案庫的數量、大小、檢查與修復</translation>
        </message>
        <message>
            <source>Create a new archive</source>
            <translation>新增檔案庫</translation>
        </message>
        <message>
            <source>Dark colours</source>
            <translation>深色介面</translation>
        </message>
        <message>
            <source>Earliest date first</source>
            <translation>日期最早的在前</translation>
        </message>
        <message>
            <source>Every article as it was printed</source>
            <translation>每篇文章依原來的字形顯示</translation>
        </message>
        <message>
            <source>Fill in a form instead of a query</source>
            <translation>填表產生查詢，不必學語法</translation>
        </message>
        <message>
            <source>Finds out what happened to a file or a phrase</source>
            <translation>查問某個檔案或某段文字在檔案庫裡的下落</translation>
        </message>
        <message>
            <source>Folders whose new and changed files are imported automatically</source>
            <translation>這些資料夾裡新增和更動的檔案會自動收入檔案庫</translation>
        </message>
        <message>
            <source>Go to the &amp;search box</source>
            <translation>移到搜尋框(&amp;S)</translation>
        </message>
        <message>
            <source>Go to the search box (Esc)</source>
            <translation>移到搜尋框 (Esc)</translation>
        </message>
        <message>
            <source>How everything works, searchable</source>
            <translation>各項功能的用法，可以尋找</translation>
        </message>
        <message>
            <source>How to search, with examples</source>
            <translation>怎樣搜尋，附例子</translation>
        </message>
        <message>
            <source>Import &amp;reports…</source>
            <translation>匯入報告(&amp;R)…</translation>
        </message>
        <message>
            <source>Import a &amp;folder…</source>
            <translation>匯入資料夾(&amp;F)…</translation>
        </message>
        <message>
            <source>Import a folder with everything below it</source>
            <translation>匯入資料夾及其中的全部內容</translation>
        </message>
        <message>
            <source>Language, colours, reading, places</source>
            <translation>語言、色彩、閱讀、位置</translation>
        </message>
        <message>
            <source>Latest date first</source>
            <translation>日期最近的在前</translation>
        </message>
        <message>
            <source>Light colours</source>
            <translation>淺色介面</translation>
        </message>
        <message>
            <source>Light or dark, following the system</source>
            <translation>依系統設定使用淺色或深色</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>選單</translation>
        </message>
        <message>
            <source>Move to the next pane</source>
            <translation>移到下一個窗格</translation>
        </message>
        <message>
            <source>Move to the previous pane</source>
            <translation>移到上一個窗格</translation>
        </message>
        <message>
            <source>New &amp;window</source>
            <translation>新增視窗(&amp;W)</translation>
        </message>
        <message>
            <source>One more window, on the same archive or another</source>
            <translation>再開一個視窗，可看同一檔案庫或另一個</translation>
        </message>
        <message>
            <source>Open an archive from the disk</source>
            <translation>從磁碟開啟檔案庫</translation>
        </message>
        <message>
            <source>Open the &amp;sample archive</source>
            <translation>開啟範例檔案庫(&amp;S)</translation>
        </message>
        <message>
            <source>Paste a list of terms and count each</source>
            <translation>貼上一批詞語，逐個統計</translation>
        </message>
        <message>
            <source>Relevance → newest → oldest</source>
            <translation>相關度 → 最新 → 最早</translation>
        </message>
        <message>
            <source>Run any action by typing its name</source>
            <translation>輸入名稱就能執行任何操作</translation>
        </message>
        <message>
            <source>S&amp;implified</source>
            <translation>簡體(&amp;I)</translation>
        </message>
        <message>
            <source>Se&amp;ttings…</source>
            <translation>設定(&amp;T)…</translation>
        </message>
        <message>
            <source>Search a&amp;gain</source>
            <translation>重新搜尋(&amp;G)</translation>
        </message>
        <message>
            <source>Search again, with what was imported meanwhile</source>
            <translation>重新搜尋，包括剛剛匯入的文章</translation>
        </message>
        <message>
            <source>Show or hide the article</source>
            <translation>顯示或隱藏文章</translation>
        </message>
        <message>
            <source>Show or hide the results</source>
            <translation>顯示或隱藏結果清單</translation>
        </message>
        <message>
            <source>Show or hide who and what the article names</source>
            <translation>顯示或隱藏文章提到的人物、機構等</translation>
        </message>
        <message>
            <source>Switch Traditional &amp;variant</source>
            <translation>切換繁體字形(&amp;V)</translation>
        </message>
        <message>
            <source>The &amp;query language…</source>
            <translation>查詢語法(&amp;Q)…</translation>
        </message>
        <message>
            <source>The program's own log</source>
            <translation>程式對自身執行情況的紀錄</translation>
        </message>
        <message>
            <source>Traditional → Taiwan → Hong Kong</source>
            <translation>繁體 → 台灣 → 香港</translation>
        </message>
        <message>
            <source>Traditional, &amp;Hong Kong</source>
            <translation>繁體，香港(&amp;H)</translation>
        </message>
        <message>
            <source>Traditional, Tai&amp;wan</source>
            <translation>繁體，台灣(&amp;W)</translation>
        </message>
        <message>
            <source>Use the full screen</source>
            <translation>佔滿整個螢幕</translation>
        </message>
        <message>
            <source>Version and licence</source>
            <translation>版本與授權條款</translation>
        </message>
        <message>
            <source>What changed in each version</source>
            <translation>各個版本帶來的變化</translation>
        </message>
        <message>
            <source>What happened to each imported file</source>
            <translation>每個匯入檔案的處理結果</translation>
        </message>
        <message>
            <source>What's &amp;new…</source>
            <translation>新變化(&amp;N)…</translation>
        </message>
    </context>
    <context>
        <name>ArticleView</name>
        <message>
            <source>Copy</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>Search for “%1”</source>
            <translation>搜尋「%1」</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>全選</translation>
        </message>
    </context>
    <context>
        <name>Batch</name>
        <message>
            <source>&amp;Count</source>
            <translation>統計(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Open a list…</source>
            <translation>開啟詞表(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Save the table…</source>
            <translation>匯出表格(&amp;S)…</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>篇數</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Count many terms</source>
            <translation>批次檢索</translation>
        </message>
        <message>
            <source>Counting</source>
            <translation>正在統計</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>統計結果</translation>
        </message>
        <message>
            <source>Counts of terms</source>
            <translation>批次檢索結果</translation>
        </message>
        <message>
            <source>Enter on a line of the table searches for its term.</source>
            <translation>在表格的一行上按 Enter，即搜尋該詞。</translation>
        </message>
        <message>
            <source>First</source>
            <translation>首見</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>末見</translation>
        </message>
        <message>
            <source>Occurrences</source>
            <translation>次數</translation>
        </message>
        <message>
            <source>One term or query in each line</source>
            <translation>每行一個詞或一條查詢</translation>
        </message>
        <message>
            <source>Only within the &amp;filters of the results</source>
            <translation>只在目前篩選範圍內(&amp;F)</translation>
        </message>
        <message>
            <source>Open a list of terms</source>
            <translation>開啟詞表</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>停止(&amp;T)</translation>
        </message>
        <message>
            <source>Save the table</source>
            <translation>匯出表格</translation>
        </message>
        <message>
            <source>Saved in %1</source>
            <translation>已存入 %1</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>詞語</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>詞語</translation>
        </message>
        <message>
            <source>Text files (*.txt *.csv)</source>
            <translation>文字檔 (*.txt *.csv)</translation>
        </message>
    </context>
    <context>
        <name>Books</name>
        <message>
            <source>%1 of them without originals.</source>
            <translation>其中 %1 篇沒有附原件。</translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) are in the new archive.</source>
            <translation>
                <numerusform>新檔案庫裡有 %n 篇文章。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) were damaged and left out</source>
            <translation>
                <numerusform>%n 篇內容不合規範，沒有併入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) written</source>
            <translation>
                <numerusform>已寫出 %n 篇</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n collection(s)</source>
            <translation>
                <numerusform>專題 %n 個</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n correction(s) of names</source>
            <translation>
                <numerusform>名稱更正 %n 則</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new article(s)</source>
            <translation>
                <numerusform>新增文章 %n 篇</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>筆記 %n 則</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were there already</source>
            <translation>
                <numerusform>本來就有 %n 篇</numerusform>
            </translation>
        </message>
        <message>
            <source>(untitled)</source>
            <translation>（無標題）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Choose the archive to merge (a folder named … .juanzong)</source>
            <translation>選擇要併入的檔案庫（名為「….juanzong」的資料夾）</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>目錄</translation>
        </message>
        <message>
            <source>Export the collection</source>
            <translation>匯出專題</translation>
        </message>
        <message>
            <source>Hand over as an archive</source>
            <translation>匯出為檔案庫</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Making the archive…</source>
            <translation>正在製作檔案庫…</translation>
        </message>
        <message>
            <source>Merged.</source>
            <translation>已併入。</translation>
        </message>
        <message>
            <source>Merging the archive…</source>
            <translation>正在併入檔案庫…</translation>
        </message>
        <message>
            <source>Note</source>
            <comment>before a note in a printed book</comment>
            <translation>筆記</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>已停止。</translation>
        </message>
        <message>
            <source>Stopped; what was merged so far is kept.</source>
            <translation>已停止；先前併入的內容都保留。</translation>
        </message>
        <message>
            <source>Writing the book…</source>
            <translation>正在寫出…</translation>
        </message>
        <message>
            <source>“Undo” (Ctrl+Z) takes all of it back.</source>
            <translation>「復原」（Ctrl+Z）可以全部還原。</translation>
        </message>
    </context>
    <context>
        <name>Chip</name>
        <message>
            <source>Remove filter %1</source>
            <comment>accessible name of a chip</comment>
            <translation>移除篩選：%1</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>%1 is shown as %2 because of the word %3; elsewhere it may be %4.</source>
            <translation>「%1」因詞語「%3」轉換為「%2」；在別處也可能是「%4」。</translation>
        </message>
        <message>
            <source>%1 is shown as %2, the commonest; no word decides. It may also be %4.</source>
            <translation>「%1」沒有詞語可依，按最常見的轉換為「%2」；也可能是「%4」。</translation>
        </message>
        <message>
            <source>Correct the conversion…</source>
            <translation>更正簡繁轉換…</translation>
        </message>
        <message>
            <source>Show %1 here and in the same words…</source>
            <translation>此處及相同詞語改為「%1」…</translation>
        </message>
    </context>
    <context>
        <name>CitationDialog</name>
        <message numerus="yes">
            <source>%n reference(s) saved</source>
            <translation>
                <numerusform>已儲存 %n 則著錄</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>複製(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>儲存(&amp;S)…</translation>
        </message>
        <message>
            <source>APA</source>
            <translation>APA</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>網址</translation>
        </message>
        <message>
            <source>As in the article</source>
            <translation>恢復為文章原有</translation>
        </message>
        <message>
            <source>Authors</source>
            <translation>作者</translation>
        </message>
        <message>
            <source>BibTeX</source>
            <translation>BibTeX</translation>
        </message>
        <message>
            <source>Chinese footnote</source>
            <translation>中文腳註</translation>
        </message>
        <message>
            <source>Cite</source>
            <translation>引用</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>GB/T 7714-2015</source>
            <translation>GB/T 7714-2015</translation>
        </message>
        <message>
            <source>GB/T 7714-2025</source>
            <translation>GB/T 7714-2025</translation>
        </message>
        <message>
            <source>Journal [J]</source>
            <translation>期刊 [J]</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>類型</translation>
        </message>
        <message>
            <source>Newspaper [N]</source>
            <translation>報紙 [N]</translation>
        </message>
        <message>
            <source>Newspaper, site or body</source>
            <translation>報刊、網站或機構</translation>
        </message>
        <message>
            <source>Online [EB/OL]</source>
            <translation>網頁 [EB/OL]</translation>
        </message>
        <message>
            <source>Other [Z]</source>
            <translation>其他 [Z]</translation>
        </message>
        <message>
            <source>Page or edition</source>
            <translation>版次或頁碼</translation>
        </message>
        <message>
            <source>Particulars (corrections are kept)</source>
            <translation>著錄項目（更正會儲存）</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>出版地</translation>
        </message>
        <message>
            <source>RIS (Zotero, EndNote, NoteExpress)</source>
            <translation>RIS（Zotero、EndNote、NoteExpress）</translation>
        </message>
        <message>
            <source>Read on</source>
            <translation>引用日期</translation>
        </message>
        <message>
            <source>References</source>
            <translation>參考文獻</translation>
        </message>
        <message>
            <source>Remove all corrections to these particulars</source>
            <translation>取消對這些項目的全部更正</translation>
        </message>
        <message>
            <source>Report [R]</source>
            <translation>報告 [R]</translation>
        </message>
        <message>
            <source>S&amp;tyle</source>
            <translation>格式(&amp;T)</translation>
        </message>
        <message>
            <source>Save the references</source>
            <translation>儲存參考文獻</translation>
        </message>
        <message>
            <source>Standard [S]</source>
            <translation>標準 [S]</translation>
        </message>
        <message>
            <source>The references were copied.</source>
            <translation>已複製參考文獻。</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>題名</translation>
        </message>
        <message>
            <source>Volume (issue) or number</source>
            <translation>卷（期）或編號</translation>
        </message>
        <message>
            <source>today</source>
            <comment>the day on which a page was read</comment>
            <translation>今天</translation>
        </message>
        <message numerus="yes">
            <source>… and %n more; all of them are saved to a file.</source>
            <translation>
                <numerusform>……另有 %n 則；儲存到檔案時全部寫出。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CollectionsPane</name>
        <message>
            <source>%1 no longer in the archive</source>
            <translation>%1 篇已不在檔案庫中</translation>
        </message>
        <message>
            <source>(untitled)</source>
            <translation>（無標題）</translation>
        </message>
        <message>
            <source>Articles of the collection</source>
            <translation>專題中的文章</translation>
        </message>
        <message>
            <source>Collection filled by the search on show…</source>
            <translation>由目前檢索自動收錄的專題…</translation>
        </message>
        <message>
            <source>Collections</source>
            <translation>專題</translation>
        </message>
        <message>
            <source>Delete the collection</source>
            <translation>刪除專題</translation>
        </message>
        <message>
            <source>Describe the collection</source>
            <translation>專題說明</translation>
        </message>
        <message>
            <source>Describe…</source>
            <translation>說明…</translation>
        </message>
        <message>
            <source>Export as a book…</source>
            <translation>匯出成書…</translation>
        </message>
        <message>
            <source>Hand over as an archive…</source>
            <translation>匯出為檔案庫…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Name:</source>
            <translation>名稱：</translation>
        </message>
        <message>
            <source>New collection</source>
            <translation>新增專題</translation>
        </message>
        <message>
            <source>New collection in this one…</source>
            <translation>在此專題下新增…</translation>
        </message>
        <message>
            <source>New collection…</source>
            <translation>新增專題…</translation>
        </message>
        <message>
            <source>No collections yet. Make one with +, or right click articles in the results to put them into one.</source>
            <translation>還沒有專題。按 + 新增，或在檢索結果中以右鍵點按文章，把它放進專題。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開啟</translation>
        </message>
        <message>
            <source>Put into another collection</source>
            <translation>放進另一個專題</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Show this search</source>
            <translation>顯示這個檢索</translation>
        </message>
        <message>
            <source>Take out of the collection</source>
            <translation>從專題中取出</translation>
        </message>
        <message>
            <source>What it is for:</source>
            <translation>用途：</translation>
        </message>
        <message>
            <source>filled by a search</source>
            <translation>由檢索自動收錄</translation>
        </message>
        <message>
            <source>no longer in the archive</source>
            <translation>已不在檔案庫中</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Import a folder</source>
            <translation>匯入資料夾</translation>
        </message>
        <message>
            <source>Open an archive (a folder named … .juanzong)</source>
            <translation>開啟檔案庫（名為 … .juanzong 的資料夾）</translation>
        </message>
        <message>
            <source>The link has been copied.</source>
            <translation>連結已複製。</translation>
        </message>
    </context>
    <context>
        <name>Companion</name>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n 處不同</numerusform>
            </translation>
        </message>
        <message>
            <source>As printed</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>Close the text beside the article</source>
            <translation>關閉對照</translation>
        </message>
        <message>
            <source>Difference %1 of %2</source>
            <translation>第 %1 處不同，共 %2 處</translation>
        </message>
        <message>
            <source>Next difference (F2)</source>
            <translation>下一處不同（F2）</translation>
        </message>
        <message>
            <source>Original · %1</source>
            <comment>%1 is an encoding such as GB18030</comment>
            <translation>原件 · %1</translation>
        </message>
        <message>
            <source>Previous difference (Shift+F2)</source>
            <translation>上一處不同（Shift+F2）</translation>
        </message>
        <message>
            <source>Simplified</source>
            <translation>簡體</translation>
        </message>
        <message>
            <source>Text beside the article</source>
            <translation>對照文本</translation>
        </message>
        <message>
            <source>The same, character for character</source>
            <translation>逐字相同</translation>
        </message>
        <message>
            <source>This article has no reprint in the archive.</source>
            <translation>檔案庫中沒有本文的轉載。</translation>
        </message>
        <message>
            <source>Traditional</source>
            <translation>繁體</translation>
        </message>
        <message>
            <source>Traditional, Hong Kong</source>
            <translation>繁體（香港）</translation>
        </message>
        <message>
            <source>Traditional, Taiwan</source>
            <translation>繁體（台灣）</translation>
        </message>
    </context>
    <context>
        <name>ConcordanceModel</name>
        <message>
            <source>After</source>
            <translation>後文</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>前文</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Keyword</source>
            <translation>關鍵詞</translation>
        </message>
        <message>
            <source>Sort by this column</source>
            <translation>按此欄排序</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>來源</translation>
        </message>
    </context>
    <context>
        <name>ConcordancePane</name>
        <message numerus="yes">
            <source>%n line(s) saved in %1</source>
            <comment>status bar; %1 is a file</comment>
            <translation>
                <numerusform>已把 %n 行存入 %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s)</source>
            <comment>number of occurrences</comment>
            <translation>
                <numerusform>%n 處</numerusform>
            </translation>
        </message>
        <message>
            <source>Contexts by source</source>
            <translation>上下文依來源排序</translation>
        </message>
        <message>
            <source>Contexts by what follows</source>
            <translation>上下文依後文排序</translation>
        </message>
        <message>
            <source>Contexts by what stands before</source>
            <translation>上下文依前文排序</translation>
        </message>
        <message>
            <source>Contexts of %1</source>
            <comment>name of a file</comment>
            <translation>%1 上下文</translation>
        </message>
        <message>
            <source>Contexts, newest first</source>
            <translation>上下文由晚到早</translation>
        </message>
        <message>
            <source>Contexts, oldest first</source>
            <translation>上下文由早到晚</translation>
        </message>
        <message>
            <source>Finding every occurrence…</source>
            <translation>正在尋找每一處…</translation>
        </message>
        <message>
            <source>Order of the contexts</source>
            <translation>上下文的排序</translation>
        </message>
        <message>
            <source>Order of the contexts (Alt+1 to Alt+5)</source>
            <translation>上下文的排序（Alt+1 至 Alt+5）</translation>
        </message>
        <message>
            <source>Save all contexts as .xlsx or .csv (Ctrl+Shift+E)</source>
            <translation>把全部上下文存成 .xlsx 或 .csv (Ctrl+Shift+E)</translation>
        </message>
        <message>
            <source>Save the contexts</source>
            <translation>匯出上下文</translation>
        </message>
        <message>
            <source>Save the contexts…</source>
            <translation>匯出上下文…</translation>
        </message>
        <message>
            <source>Search for a word to see every occurrence of it.</source>
            <translation>先搜尋一個詞，這裡會列出它出現的每一處。</translation>
        </message>
        <message>
            <source>There are no contexts to show: the query contains no words.</source>
            <translation>這次查詢裡沒有詞語，因此沒有上下文可列。</translation>
        </message>
        <message>
            <source>after</source>
            <comment>order of contexts, short</comment>
            <translation>後文</translation>
        </message>
        <message>
            <source>before</source>
            <comment>order of contexts, short</comment>
            <translation>前文</translation>
        </message>
        <message numerus="yes">
            <source>in %n article(s)</source>
            <comment>after the number of occurrences</comment>
            <translation>
                <numerusform>· %n 篇</numerusform>
            </translation>
        </message>
        <message>
            <source>newest</source>
            <comment>order of contexts, short</comment>
            <translation>由晚到早</translation>
        </message>
        <message>
            <source>oldest</source>
            <comment>order of contexts, short</comment>
            <translation>由早到晚</translation>
        </message>
        <message>
            <source>source</source>
            <comment>order of contexts, short</comment>
            <translation>來源</translation>
        </message>
    </context>
    <context>
        <name>ConcordanceView</name>
        <message>
            <source>Contexts</source>
            <comment>accessible name of the list of occurrences</comment>
            <translation>上下文</translation>
        </message>
    </context>
    <context>
        <name>Conversion</name>
        <message>
            <source>Simplified</source>
            <translation>簡體</translation>
        </message>
        <message>
            <source>Traditional, Hong Kong</source>
            <translation>繁體（香港）</translation>
        </message>
        <message>
            <source>Traditional, Taiwan</source>
            <translation>繁體（台灣）</translation>
        </message>
        <message>
            <source>Traditional, all kinds</source>
            <translation>繁體（各種）</translation>
        </message>
    </context>
    <context>
        <name>CorrectionEditor</name>
        <message>
            <source>&amp;When shown in</source>
            <translation>適用於(&amp;W)</translation>
        </message>
        <message>
            <source>As &amp;printed</source>
            <translation>原文(&amp;P)</translation>
        </message>
        <message>
            <source>Correct a conversion</source>
            <translation>更正簡繁轉換</translation>
        </message>
        <message>
            <source>Enter enough characters for the correction to be right everywhere: 皇后 rather than 后. Your corrections take precedence over every dictionary.</source>
            <translation>請寫足夠多的字，使更正在各處都對：不要只寫「后」，要寫「皇后」。您的更正優先於所有詞典。</translation>
        </message>
        <message>
            <source>Is &amp;shown as</source>
            <translation>轉換為(&amp;S)</translation>
        </message>
    </context>
    <context>
        <name>CorrectionList</name>
        <message>
            <source>&amp;Add…</source>
            <translation>新增(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Change…</source>
            <translation>修改(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>刪除(&amp;D)</translation>
        </message>
        <message>
            <source>As printed</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>Corrections of conversions</source>
            <translation>簡繁轉換更正表</translation>
        </message>
        <message>
            <source>In</source>
            <translation>適用於</translation>
        </message>
        <message>
            <source>Nothing is corrected yet. Select words in an article shown in another script and choose “Correct the conversion…” from the menu, or add a correction here.</source>
            <translation>還沒有更正。在轉換顯示的文章中選取詞語，從右鍵選單選「更正簡繁轉換…」，或在此新增。</translation>
        </message>
        <message>
            <source>Shown as</source>
            <translation>轉換為</translation>
        </message>
    </context>
    <context>
        <name>Corrections</name>
        <message>
            <source>Add as a name</source>
            <translation>加為名稱</translation>
        </message>
        <message>
            <source>Is not this but</source>
            <translation>不是這一類，而是</translation>
        </message>
        <message>
            <source>Is somebody or something else in some articles…</source>
            <translation>在部分文章中另有所指…</translation>
        </message>
        <message>
            <source>Is the same as…</source>
            <translation>與另一名稱相同…</translation>
        </message>
        <message>
            <source>Not a name at all</source>
            <translation>不是名稱</translation>
        </message>
        <message>
            <source>Not a person</source>
            <translation>不是人名</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>重新命名…</translation>
        </message>
        <message>
            <source>“%1” and “%2” are two</source>
            <translation>「%1」與「%2」不是同一人</translation>
        </message>
        <message>
            <source>“%1” is no longer a name</source>
            <translation>「%1」不再算作名稱</translation>
        </message>
        <message>
            <source>“%1” is now: %2</source>
            <comment>%2 is a type such as Organisation</comment>
            <translation>「%1」改為：%2</translation>
        </message>
        <message>
            <source>“%1” is one person</source>
            <translation>「%1」就是同一人</translation>
        </message>
        <message>
            <source>“%1” merged into “%2”</source>
            <translation>「%1」已併入「%2」</translation>
        </message>
        <message>
            <source>“%1” renamed to “%2”</source>
            <translation>「%1」已改名為「%2」</translation>
        </message>
        <message>
            <source>“%2” added as: %1</source>
            <comment>%1 is a type such as Organisation</comment>
            <translation>已加入「%2」：%1</translation>
        </message>
        <message>
            <source>“%2” split off from “%1”</source>
            <translation>「%2」已從「%1」中分出</translation>
        </message>
    </context>
    <context>
        <name>CorrectionsView</name>
        <message>
            <source>Articles</source>
            <translation>文章</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Export corrections</source>
            <translation>匯出更正</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>匯出…</translation>
        </message>
        <message>
            <source>Import corrections</source>
            <translation>匯入更正</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>匯入…</translation>
        </message>
        <message>
            <source>Nothing was corrected yet. Right click a name in the list of names or in an article to rename it, merge it with another or say that it is none.</source>
            <translation>還沒有更正。在名稱清單或文章中以滑鼠右鍵點選一個名稱，可以重新命名、與另一名稱合併，或標明它不是名稱。</translation>
        </message>
        <message>
            <source>Redo the last undone</source>
            <translation>恢復最近復原的更正</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>Undo this one</source>
            <translation>復原這一條</translation>
        </message>
        <message>
            <source>What</source>
            <translation>更正內容</translation>
        </message>
        <message>
            <source>When</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>all</source>
            <comment>articles</comment>
            <translation>全部</translation>
        </message>
        <message>
            <source>in force</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>已復原</translation>
        </message>
    </context>
    <context>
        <name>Corrector</name>
        <message numerus="yes">
            <source>%n correction(s) exported</source>
            <translation>
                <numerusform>已寫出 %n 條更正</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n correction(s) imported</source>
            <translation>
                <numerusform>已採用 %n 條更正</numerusform>
            </translation>
        </message>
        <message>
            <source>Correcting…</source>
            <translation>正在更正…</translation>
        </message>
        <message>
            <source>There is no correction to undo or put back.</source>
            <translation>沒有可以復原或恢復的更正。</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <translation>已復原：%1</translation>
        </message>
    </context>
    <context>
        <name>CrashReport</name>
        <message>
            <source>Copy details</source>
            <translation>複製詳細資料</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>詳細資料</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>開啟資料夾</translation>
        </message>
        <message>
            <source>The program ended unexpectedly the last time. What had been saved is all there. If this happens again, please copy the details for whoever maintains the program.</source>
            <translation>程式上次意外關閉。已經儲存的內容都在。如果再次發生，請複製詳細資料，交給維護人員。</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message numerus="yes">
            <source>%n article(s) put into the collection</source>
            <translation>
                <numerusform>已將 %n 篇放進專題</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) taken out of the collection</source>
            <translation>
                <numerusform>已從專題取出 %n 篇</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) changed</source>
            <translation>
                <numerusform>已修改 %n 則筆記</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) deleted</source>
            <translation>
                <numerusform>已刪除 %n 則筆記</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) made</source>
            <translation>
                <numerusform>已新增 %n 則筆記</numerusform>
            </translation>
        </message>
        <message>
            <source>Add a star</source>
            <translation>加星號</translation>
        </message>
        <message>
            <source>Add to the reading list</source>
            <translation>列入待讀</translation>
        </message>
        <message numerus="yes">
            <source>Archive merged, %n new article(s)</source>
            <translation>
                <numerusform>已併入檔案庫，新增 %n 篇</numerusform>
            </translation>
        </message>
        <message>
            <source>Check these words as a quotation</source>
            <translation>把這段話作為引文核對</translation>
        </message>
        <message>
            <source>Cite…</source>
            <translation>引用…</translation>
        </message>
        <message>
            <source>Collection changed</source>
            <translation>專題已修改</translation>
        </message>
        <message>
            <source>Collection deleted; its articles stay in the archive</source>
            <translation>專題已刪除；文章仍在檔案庫中</translation>
        </message>
        <message>
            <source>Collection made</source>
            <translation>專題已建立</translation>
        </message>
        <message>
            <source>Hand over as an archive…</source>
            <translation>匯出為檔案庫…</translation>
        </message>
        <message>
            <source>Highlight</source>
            <translation>劃線</translation>
        </message>
        <message>
            <source>Order changed</source>
            <translation>次序已調整</translation>
        </message>
        <message>
            <source>Particulars corrected</source>
            <translation>著錄項目已更正</translation>
        </message>
        <message>
            <source>Put into a collection</source>
            <translation>放進專題</translation>
        </message>
        <message>
            <source>Select words in the article first.</source>
            <translation>請先在文章中選取文字。</translation>
        </message>
        <message>
            <source>This note</source>
            <translation>這則筆記</translation>
        </message>
    </context>
    <context>
        <name>DeskActions</name>
        <message>
            <source>&amp;Export notes…</source>
            <translation>匯出筆記(&amp;E)…</translation>
        </message>
        <message>
            <source>&amp;Highlight</source>
            <translation>劃線(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Merge an archive…</source>
            <translation>併入檔案庫(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Note…</source>
            <translation>筆記(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Put into a collection…</source>
            <translation>放進專題(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Reading list</source>
            <translation>待讀(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Star</source>
            <translation>星號(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>復原(&amp;U)</translation>
        </message>
        <message>
            <source>A smaller archive with the selected results, or all of them</source>
            <translation>用選取的結果（或全部結果）另做一個較小的檔案庫</translation>
        </message>
        <message>
            <source>Add a star to the article, or remove it</source>
            <translation>為文章加上或去掉星號</translation>
        </message>
        <message>
            <source>C&amp;ite…</source>
            <translation>引用(&amp;I)…</translation>
        </message>
        <message>
            <source>Check &amp;quotations…</source>
            <translation>核對引文(&amp;Q)…</translation>
        </message>
        <message>
            <source>Check whether a passage occurs in the archive word for word, and where</source>
            <translation>查看一段話在檔案庫裡是否原樣出現、出自哪裡</translation>
        </message>
        <message>
            <source>Cite a&amp;ll results…</source>
            <translation>引用全部結果(&amp;L)…</translation>
        </message>
        <message>
            <source>Collections in the right pane</source>
            <translation>在右側顯示專題</translation>
        </message>
        <message>
            <source>Hand over the results as an &amp;archive…</source>
            <translation>將結果匯出為檔案庫(&amp;A)…</translation>
        </message>
        <message>
            <source>Highlight the selected words</source>
            <translation>為選取的文字劃線</translation>
        </message>
        <message>
            <source>Merge a colleague's archive; nothing here is overwritten</source>
            <translation>併入同事的檔案庫；這裡的內容都不會被改寫</translation>
        </message>
        <message>
            <source>Notes in the right pane: browse, search, filter</source>
            <translation>在右側顯示筆記：瀏覽、檢索、篩選</translation>
        </message>
        <message>
            <source>Put the article on the reading list; on it, say that it was read</source>
            <translation>把文章列入待讀；已在其中的標為已讀</translation>
        </message>
        <message>
            <source>Put the selected results, or the article, into a collection</source>
            <translation>把選取的結果或目前文章放進專題</translation>
        </message>
        <message>
            <source>Re&amp;do</source>
            <translation>重做(&amp;D)</translation>
        </message>
        <message>
            <source>Redo what was undone</source>
            <translation>重做剛才復原的操作</translation>
        </message>
        <message>
            <source>References for everything that was found</source>
            <translation>全部檢索結果的參考文獻</translation>
        </message>
        <message>
            <source>References for the article or the selected results</source>
            <translation>目前文章或選取結果的參考文獻</translation>
        </message>
        <message>
            <source>Show &amp;collections</source>
            <translation>顯示專題(&amp;C)</translation>
        </message>
        <message>
            <source>Show n&amp;otes</source>
            <translation>顯示筆記(&amp;O)</translation>
        </message>
        <message>
            <source>Take back the last change</source>
            <translation>復原上一步修改</translation>
        </message>
        <message>
            <source>The listed notes as Markdown, Word or CSV</source>
            <translation>把列出的筆記存為 Markdown、Word 或 CSV</translation>
        </message>
        <message>
            <source>Write a note on the selected words, or on the article</source>
            <translation>為選取的文字或整篇文章寫筆記</translation>
        </message>
    </context>
    <context>
        <name>DidYouMean</name>
        <message>
            <source>Also printed as:</source>
            <translation>另有寫法：</translation>
        </message>
        <message>
            <source>Did you mean</source>
            <translation>您是不是要找</translation>
        </message>
        <message>
            <source>Did you mean:</source>
            <translation>您是不是要找：</translation>
        </message>
        <message>
            <source>Search for both: %1</source>
            <translation>一併搜尋：%1</translation>
        </message>
        <message>
            <source>“%2” instead of “%1”</source>
            <translation>「%1」改為「%2」</translation>
        </message>
    </context>
    <context>
        <name>DropHint</name>
        <message>
            <source>Drop to import into “%1”</source>
            <translation>放開即可匯入「%1」</translation>
        </message>
        <message>
            <source>“%1” is read-only: nothing can be imported.</source>
            <translation>「%1」是唯讀的，無法匯入。</translation>
        </message>
    </context>
    <context>
        <name>DropPlace</name>
        <message>
            <source>Or drop a folder or files here to create an archive from them.</source>
            <translation>也可以把資料夾或檔案拖曳到這裡，自動建立檔案庫。</translation>
        </message>
    </context>
    <context>
        <name>EdgeTable</name>
        <message>
            <source>Appears with</source>
            <translation>同時出現</translation>
        </message>
        <message>
            <source>Articles that name both</source>
            <translation>共同出現的文章</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名稱</translation>
        </message>
        <message>
            <source>Pairs of names and the number of articles naming both</source>
            <translation>成對的名稱，以及兩者共同出現的文章數</translation>
        </message>
    </context>
    <context>
        <name>Entities</name>
        <message>
            <source>Dates</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation>機構</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>地點</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>職務</translation>
        </message>
    </context>
    <context>
        <name>EntityPage</name>
        <message>
            <source>%1 of %2</source>
            <translation>%2 中的 %1</translation>
        </message>
        <message>
            <source>All %1 in the results list</source>
            <translation>在結果清單中顯示全部 %1</translation>
        </message>
        <message>
            <source>Appears with</source>
            <translation>同時出現的人物</translation>
        </message>
        <message>
            <source>Articles that cite it</source>
            <translation>引用它的文章</translation>
        </message>
        <message>
            <source>Articles that name it</source>
            <translation>提到它的文章</translation>
        </message>
        <message>
            <source>Articles that name this person</source>
            <translation>提到此人的文章</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Holders</source>
            <translation>歷任人員</translation>
        </message>
        <message>
            <source>It is one person</source>
            <translation>就是同一人</translation>
        </message>
        <message>
            <source>Merge both</source>
            <translation>合併</translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation>機構</translation>
        </message>
        <message>
            <source>Over the years</source>
            <translation>歷屆</translation>
        </message>
        <message>
            <source>People and their posts here</source>
            <translation>人物及其職務</translation>
        </message>
        <message>
            <source>Perhaps the same as %1</source>
            <translation>可能與 %1 是同一人</translation>
        </message>
        <message>
            <source>Perhaps two people of this name</source>
            <translation>可能是兩位同名人物</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>地點</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>職務</translation>
        </message>
        <message>
            <source>Posts named with it</source>
            <translation>同時出現的職務</translation>
        </message>
        <message>
            <source>Printed as</source>
            <translation>文中寫法</translation>
        </message>
        <message>
            <source>References to meetings, and their reports</source>
            <translation>互相提及的會議與當時的報導</translation>
        </message>
        <message>
            <source>Said</source>
            <translation>言論</translation>
        </message>
        <message>
            <source>Show all %1</source>
            <translation>顯示全部 %1 項</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>簽署者</translation>
        </message>
        <message>
            <source>Split off %1…</source>
            <translation>分出 %1…</translation>
        </message>
        <message>
            <source>They are two</source>
            <translation>不是同一人</translation>
        </message>
        <message>
            <source>To be checked</source>
            <translation>有待核實</translation>
        </message>
        <message>
            <source>a surname alone with the same post at the same time</source>
            <translation>僅有姓氏，同一時期任同一職務</translation>
        </message>
        <message>
            <source>by your correction</source>
            <translation>依您的更正</translation>
        </message>
        <message>
            <source>clear from the article</source>
            <translation>依文章認定</translation>
        </message>
        <message>
            <source>counted over the newest %1 of %2 articles</source>
            <translation>按 %2 篇中最新的 %1 篇統計</translation>
        </message>
        <message>
            <source>looked for in the newest %1 of %2 articles</source>
            <translation>取自 %2 篇中最新的 %1 篇</translation>
        </message>
        <message>
            <source>nearly the same name with the same post</source>
            <translation>名字相近，職務相同</translation>
        </message>
        <message>
            <source>short and full forms</source>
            <translation>全稱與簡稱</translation>
        </message>
        <message>
            <source>the %1 stated most often</source>
            <translation>最常見的 %1 項</translation>
        </message>
        <message>
            <source>the same name</source>
            <translation>同一名稱</translation>
        </message>
        <message>
            <source>the same post at the same time</source>
            <translation>同一時期任同一職務</translation>
        </message>
        <message>
            <source>top posts of different places in the same months</source>
            <translation>同一時期在不同地方任主要首長</translation>
        </message>
        <message>
            <source>“%1”</source>
            <comment>quotation marks</comment>
            <translation>「%1」</translation>
        </message>
    </context>
    <context>
        <name>EntityPageView</name>
        <message>
            <source>%1 over the years</source>
            <comment>posts or holders</comment>
            <translation>%1年表</translation>
        </message>
        <message>
            <source>Articles over time</source>
            <translation>各時期文章數</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>關係圖</translation>
        </message>
        <message>
            <source>Results that name it</source>
            <translation>查看提到它的文章</translation>
        </message>
        <message>
            <source>a click shows those articles</source>
            <translation>點選顯示這些文章</translation>
        </message>
        <message>
            <source>seen %1</source>
            <comment>%1 is a span of dates</comment>
            <translation>見於 %1</translation>
        </message>
    </context>
    <context>
        <name>EntityPages</name>
        <message>
            <source>Back (Alt+Left)</source>
            <translation>上一頁 (Alt+Left)</translation>
        </message>
        <message>
            <source>Back to the article (Esc)</source>
            <translation>回到文章 (Esc)</translation>
        </message>
        <message>
            <source>Choose a name first, in the article or in the list of names.</source>
            <translation>請先在文章或名稱清單中選擇一個名稱。</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Corrections…</source>
            <translation>更正紀錄…</translation>
        </message>
        <message>
            <source>Forward (Alt+Right)</source>
            <translation>下一頁 (Alt+Right)</translation>
        </message>
        <message>
            <source>Network of the chosen name</source>
            <translation>所選名稱的關係圖</translation>
        </message>
        <message>
            <source>Network of the results</source>
            <translation>全部結果的關係圖</translation>
        </message>
        <message>
            <source>Page of the chosen name</source>
            <translation>所選名稱的專頁</translation>
        </message>
        <message>
            <source>Put back what was undone</source>
            <translation>恢復復原的更正</translation>
        </message>
        <message>
            <source>This name is no longer in the archive.</source>
            <translation>檔案庫中已沒有這個名稱。</translation>
        </message>
        <message>
            <source>Undo the last correction</source>
            <translation>復原上一次更正</translation>
        </message>
    </context>
    <context>
        <name>EntitySidebar</name>
        <message>
            <source>All results</source>
            <translation>全部結果</translation>
        </message>
        <message>
            <source>Choose an article: the people, organisations and places it names are listed here.</source>
            <translation>選擇一篇文章，這裡會列出它提到的人物、機構和地點。</translation>
        </message>
        <message>
            <source>Copy the name</source>
            <translation>複製名稱</translation>
        </message>
        <message>
            <source>Next mention</source>
            <translation>下一處提及</translation>
        </message>
        <message>
            <source>No people, organisations or places were recognised in these results.</source>
            <translation>這些結果裡沒有辨識出人物、機構或地點。</translation>
        </message>
        <message>
            <source>No people, organisations or places were recognised in this article.</source>
            <translation>這篇文章裡沒有辨識出人物、機構或地點。</translation>
        </message>
        <message>
            <source>Only results that do not name it</source>
            <translation>只看沒提到它的結果</translation>
        </message>
        <message>
            <source>Only results that name it</source>
            <translation>只看提到它的結果</translation>
        </message>
        <message>
            <source>Open its page</source>
            <translation>開啟專頁</translation>
        </message>
        <message>
            <source>Previous mention</source>
            <translation>上一處提及</translation>
        </message>
        <message>
            <source>Search for it</source>
            <translation>搜尋它</translation>
        </message>
        <message>
            <source>This article</source>
            <translation>本篇</translation>
        </message>
        <message>
            <source>This article or all results</source>
            <translation>本篇或全部結果</translation>
        </message>
        <message>
            <source>Who and what it appears with</source>
            <translation>關係圖</translation>
        </message>
        <message numerus="yes">
            <source>in %n article(s)</source>
            <comment>of the archive</comment>
            <translation>
                <numerusform>見於 %n 篇文章</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EntityType</name>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>機構</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地點</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>職務</translation>
        </message>
    </context>
    <context>
        <name>EntityView</name>
        <message>
            <source>People, organisations, places and more</source>
            <translation>人物、機構、地點等</translation>
        </message>
    </context>
    <context>
        <name>ErrorBox</name>
        <message>
            <source>Copy details</source>
            <translation>複製詳細資料</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>詳細資料</translation>
        </message>
        <message>
            <source>Hide details</source>
            <translation>隱藏詳細資料</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Show details</source>
            <translation>顯示詳細資料</translation>
        </message>
    </context>
    <context>
        <name>FilterPanel</name>
        <message>
            <source>Click: only these · − : without these</source>
            <translation>按一下：只看這些 · −：排除這些</translation>
        </message>
        <message>
            <source>Narrow the list</source>
            <translation>在清單中尋找</translation>
        </message>
        <message>
            <source>No values in the results</source>
            <translation>結果中沒有可選的值</translation>
        </message>
        <message>
            <source>Values with counts</source>
            <translation>各值及篇數</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Document</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>機構</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地點</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>職務</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>來源</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年份</translation>
        </message>
        <message>
            <source>not %1</source>
            <comment>chip of an excluded value</comment>
            <translation>非 %1</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>%1 of %2</source>
            <comment>match 3 of 21</comment>
            <translation>第 %1 / %2 處</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>關閉 (Esc)</translation>
        </message>
        <message>
            <source>Find in article</source>
            <translation>在文章中尋找</translation>
        </message>
        <message>
            <source>Find in this article, in either script</source>
            <translation>在本篇中尋找，繁簡通用</translation>
        </message>
        <message>
            <source>Next match (Enter)</source>
            <translation>下一處 (Enter)</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>找不到</translation>
        </message>
        <message>
            <source>Previous match (Shift+Enter)</source>
            <translation>上一處 (Shift+Enter)</translation>
        </message>
        <message>
            <source>Regular expression</source>
            <translation>正規表示式</translation>
        </message>
        <message>
            <source>Regular expression, such as 第.{1,4}条 (Alt+R)</source>
            <translation>正規表示式，例如 第.{1,4}條（Alt+R）</translation>
        </message>
        <message>
            <source>The pattern is not complete</source>
            <translation>表示式還不完整</translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message>
            <source>%1 (date of the file)</source>
            <translation>%1（檔案日期）</translation>
        </message>
        <message>
            <source>%1 (inferred)</source>
            <translation>%1（推斷）</translation>
        </message>
        <message>
            <source>%1 articles</source>
            <translation>%1 篇</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小時 %2 分鐘</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分鐘</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 毫秒</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1%</source>
            <translation>%1%</translation>
        </message>
        <message>
            <source>1 article</source>
            <translation>1 篇</translation>
        </message>
        <message>
            <source>undated</source>
            <translation>日期不明</translation>
        </message>
    </context>
    <context>
        <name>HelpWindow</name>
        <message>
            <source>Find in the help</source>
            <translation>在說明中尋找</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>說明</translation>
        </message>
        <message>
            <source>No help page mentions this.</source>
            <translation>說明裡沒有提到這個。</translation>
        </message>
        <message>
            <source>Topics</source>
            <translation>主題</translation>
        </message>
    </context>
    <context>
        <name>HistogramWidget</name>
        <message numerus="yes">
            <source>%1: %n article(s)</source>
            <comment>tool tip of a bar; %1 is a year or month</comment>
            <translation>
                <numerusform>%1：%n 篇</numerusform>
            </translation>
        </message>
        <message>
            <source>Arrow keys choose a bar, Shift extends, Enter filters, Esc clears.</source>
            <translation>方向鍵選擇，Shift 延伸，Enter 篩選，Esc 清除。</translation>
        </message>
        <message>
            <source>Hits over time</source>
            <comment>accessible name of the histogram</comment>
            <translation>結果的時間分布</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>&amp;Remove</source>
            <translation>移除(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Watch these folders: files added later are imported automatically</source>
            <translation>監看這些資料夾：以後放進來的檔案自動匯入(&amp;W)</translation>
        </message>
        <message>
            <source>Add &amp;files…</source>
            <translation>加入檔案(&amp;F)…</translation>
        </message>
        <message>
            <source>Add f&amp;older…</source>
            <translation>加入資料夾(&amp;O)…</translation>
        </message>
        <message>
            <source>Also read files that have &amp;not changed since the last import</source>
            <translation>上次匯入後沒有變更的檔案也重新讀取(&amp;N)</translation>
        </message>
        <message>
            <source>Choose files or a folder, or drop them here.</source>
            <translation>選擇檔案或資料夾，或拖曳到這裡。</translation>
        </message>
        <message>
            <source>Files to import</source>
            <translation>要匯入的檔案</translation>
        </message>
        <message>
            <source>Folder to import</source>
            <translation>要匯入的資料夾</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>匯入</translation>
        </message>
        <message>
            <source>Reads text, web pages, Word, WPS, RTF, ODT, PDF, OFD, EPUB, mail, tables, JSON, crawl dumps and zip or 7z archives of these, in any Chinese encoding; folders with everything inside them. Files stay where they are: the archive keeps a copy.</source>
            <translation>可以讀取純文字、網頁、Word、WPS、RTF、ODT、PDF、OFD、EPUB、郵件、表格、JSON、網頁擷取檔，以及裝有這些檔案的 zip、7z 壓縮檔，中文編碼不限；資料夾連同其中所有內容一併讀取。原檔不動，檔案庫保存一份副本。</translation>
        </message>
        <message>
            <source>What will be imported</source>
            <translation>將要匯入的內容</translation>
        </message>
    </context>
    <context>
        <name>ImportReport</name>
        <message>
            <source>Already in the archive</source>
            <translation>已有相同文章</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>篇數</translation>
        </message>
        <message>
            <source>Certainty</source>
            <comment>of the encoding, in per cent</comment>
            <translation>把握</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>字數</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期來源</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>編碼</translation>
        </message>
        <message>
            <source>File</source>
            <translation>檔案</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>已匯入</translation>
        </message>
        <message>
            <source>No longer there</source>
            <translation>來源已不在</translation>
        </message>
        <message>
            <source>Not readable</source>
            <translation>無法讀取</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>說明</translation>
        </message>
        <message>
            <source>Repairs</source>
            <translation>修復</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>沒有變更</translation>
        </message>
        <message>
            <source>file</source>
            <translation>檔案日期</translation>
        </message>
        <message>
            <source>inferred</source>
            <translation>推斷</translation>
        </message>
        <message>
            <source>none</source>
            <translation>無</translation>
        </message>
        <message>
            <source>page data</source>
            <translation>網頁資訊</translation>
        </message>
        <message>
            <source>printed</source>
            <translation>原文印有</translation>
        </message>
        <message>
            <source>record</source>
            <translation>資料記錄</translation>
        </message>
    </context>
    <context>
        <name>ImportStrip</name>
        <message>
            <source>%1 articles/s</source>
            <translation>每秒 %1 篇</translation>
        </message>
        <message>
            <source>%1 files</source>
            <translation>%1 個檔案</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>還需 %1</translation>
        </message>
        <message>
            <source>%1 not readable</source>
            <translation>%1 個無法讀取</translation>
        </message>
        <message>
            <source>%1 of %2 files</source>
            <translation>%1 / %2 個檔案</translation>
        </message>
        <message numerus="yes">
            <source>%n already there</source>
            <comment>articles</comment>
            <translation>
                <numerusform>%n 篇已有</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) imported</source>
            <translation>
                <numerusform>匯入了 %n 篇文章</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more import(s) waiting</source>
            <translation>
                <numerusform>還有 %n 項匯入等候</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not readable</source>
            <comment>files</comment>
            <translation>
                <numerusform>%n 個檔案無法讀取</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unchanged</source>
            <comment>files</comment>
            <translation>
                <numerusform>%n 個檔案沒有變更</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a list</comment>
            <translation>，</translation>
        </message>
        <message>
            <source>Bringing the index up to date…</source>
            <translation>正在更新索引…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>繼續</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>匯入</translation>
        </message>
        <message>
            <source>Importing…</source>
            <translation>正在匯入…</translation>
        </message>
        <message>
            <source>Looking for files…</source>
            <translation>正在尋找檔案…</translation>
        </message>
        <message>
            <source>Making the articles searchable…</source>
            <translation>正在建立索引…</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暫停</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>已暫停</translation>
        </message>
        <message>
            <source>Reading articles…</source>
            <translation>正在讀取文章…</translation>
        </message>
        <message>
            <source>Recognising names…</source>
            <translation>正在辨識名稱…</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>報告</translation>
        </message>
        <message>
            <source>Stop; what was read is kept</source>
            <translation>停止；已讀取的內容會保留</translation>
        </message>
        <message>
            <source>Stopped: %1</source>
            <translation>已停止：%1</translation>
        </message>
        <message>
            <source>The import stopped.</source>
            <translation>匯入已中止。</translation>
        </message>
        <message>
            <source>What happened to each file (Ctrl+R)</source>
            <translation>每個檔案的處理結果 (Ctrl+R)</translation>
        </message>
    </context>
    <context>
        <name>KeyboardList</name>
        <message>
            <source>Actions and their keys</source>
            <translation>操作與按鍵</translation>
        </message>
        <message>
            <source>Find an action or a key</source>
            <translation>尋找操作或按鍵</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>鍵盤快速鍵</translation>
        </message>
    </context>
    <context>
        <name>LogWindow</name>
        <message>
            <source>Copy all</source>
            <translation>全部複製</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>執行紀錄</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>開啟資料夾</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>重新整理</translation>
        </message>
        <message>
            <source>The log is still empty.</source>
            <translation>還沒有任何紀錄。</translation>
        </message>
        <message>
            <source>The program's log, newest entries last. It contains no article text.</source>
            <translation>程式對自身執行情況的紀錄，最新的在最後。裡面沒有文章內容。</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Articles are still being imported.</source>
            <translation>還在匯入文章。</translation>
        </message>
        <message>
            <source>Continue importing</source>
            <translation>繼續匯入</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>停止並關閉</translation>
        </message>
        <message>
            <source>What was read so far is kept; the rest can be imported later.</source>
            <translation>已讀取的內容會保留，其餘的以後可以再匯入。</translation>
        </message>
    </context>
    <context>
        <name>Measure</name>
        <message>
            <source>Articles</source>
            <translation>篇數</translation>
        </message>
        <message>
            <source>Articles in 1,000 articles</source>
            <translation>每千篇中的篇數</translation>
        </message>
        <message>
            <source>Occurrences</source>
            <translation>次數</translation>
        </message>
        <message>
            <source>Occurrences in 1,000,000 characters</source>
            <translation>每百萬字中的次數</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;Archive</source>
            <translation>檔案庫(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Desk</source>
            <comment>menu of notes, collections, citations</comment>
            <translation>案頭(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>說明(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Names</source>
            <comment>menu of the people, places, documents pane</comment>
            <translation>人物與機構(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Order</source>
            <translation>排序(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Recent archives</source>
            <translation>最近的檔案庫(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Search</source>
            <translation>搜尋(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>檢視(&amp;V)</translation>
        </message>
        <message>
            <source>A&amp;rticle</source>
            <comment>menu</comment>
            <translation>文章(&amp;R)</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>檔案庫</translation>
        </message>
        <message>
            <source>C&amp;olours</source>
            <translation>色彩(&amp;O)</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>選單</translation>
        </message>
        <message>
            <source>S&amp;cript</source>
            <translation>繁簡(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message>
            <source>All its mentions become mentions of the name you choose, which stays as it is.</source>
            <translation>它的所有提及都歸入您選擇的名稱，後者名稱不變。</translation>
        </message>
        <message>
            <source>Characters, pinyin or initials</source>
            <translation>漢字、拼音或首字母</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合併</translation>
        </message>
        <message>
            <source>Names in the archive</source>
            <translation>檔案庫中的名稱</translation>
        </message>
        <message>
            <source>No other name was found.</source>
            <translation>沒有找到其他名稱。</translation>
        </message>
        <message>
            <source>Whom or what is meant</source>
            <translation>指的是誰或什麼</translation>
        </message>
        <message>
            <source>“%1” is the same as …</source>
            <translation>「%1」與……相同</translation>
        </message>
    </context>
    <context>
        <name>Meta</name>
        <message>
            <source>%1 (date of the file)</source>
            <comment>date</comment>
            <translation>%1（檔案日期）</translation>
        </message>
        <message>
            <source>%1 (inferred)</source>
            <comment>date</comment>
            <translation>%1（推斷）</translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) repaired</source>
            <comment>under the title</comment>
            <translation>
                <numerusform>修復 %n 處</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reprint(s)</source>
            <comment>under the title</comment>
            <translation>
                <numerusform>轉載 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>an older version</source>
            <comment>under the title</comment>
            <translation>舊版本</translation>
        </message>
        <message>
            <source>as it came</source>
            <comment>link to the original text</comment>
            <translation>原件</translation>
        </message>
        <message>
            <source>its file is gone since %1</source>
            <comment>under the title; %1 is a date</comment>
            <translation>原檔案已不在（%1 起）</translation>
        </message>
        <message>
            <source>undated</source>
            <translation>日期不明</translation>
        </message>
    </context>
    <context>
        <name>NameDialog</name>
        <message numerus="yes">
            <source>A name that tells the other apart, in %n article(s), such as one with a place.</source>
            <translation>
                <numerusform>為 %n 篇文章中的另一方取一個可以區分的名稱，例如加上地名。</numerusform>
            </translation>
        </message>
        <message>
            <source>New name</source>
            <translation>新名稱</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重新命名</translation>
        </message>
        <message>
            <source>Rename “%1”</source>
            <translation>重新命名「%1」</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>分出</translation>
        </message>
        <message>
            <source>The name is changed in all articles. With the name of another entry, both become one.</source>
            <translation>所有文章中的名稱都會更改。如果輸入另一條目的名稱，兩者合為一條。</translation>
        </message>
        <message>
            <source>“%1” is another in some articles</source>
            <translation>「%1」在部分文章中另有所指</translation>
        </message>
    </context>
    <context>
        <name>Names</name>
        <message>
            <source>Similar articles</source>
            <translation>相似文章</translation>
        </message>
    </context>
    <context>
        <name>NamesNotice</name>
        <message>
            <source>Later</source>
            <translation>稍後</translation>
        </message>
        <message>
            <source>Recognise again</source>
            <translation>重新辨識</translation>
        </message>
        <message>
            <source>The names in this archive were recognised by an earlier version. Recognising them again makes people, posts and organisations more complete; your corrections stay.</source>
            <translation>這個檔案庫裡的名稱由較早的版本辨識。重新辨識後，人物、職務和機構會更完整；您的更正會保留。</translation>
        </message>
    </context>
    <context>
        <name>NetworkPane</name>
        <message>
            <source>%1 names</source>
            <translation>%1 個名稱</translation>
        </message>
        <message>
            <source>%1 names, %2 links, from %3</source>
            <translation>%1 個名稱，%2 條聯繫，取自 %3</translation>
        </message>
        <message>
            <source>As a table</source>
            <translation>以表格顯示</translation>
        </message>
        <message>
            <source>Drawing</source>
            <translation>向量圖</translation>
        </message>
        <message>
            <source>How many names</source>
            <translation>名稱數量</translation>
        </message>
        <message>
            <source>Larger (+)</source>
            <translation>放大 (+)</translation>
        </message>
        <message>
            <source>Limit the network to some years</source>
            <translation>只看某些年份的關係</translation>
        </message>
        <message>
            <source>Network of names</source>
            <translation>名稱關係圖</translation>
        </message>
        <message>
            <source>Network: %1</source>
            <translation>關係圖：%1</translation>
        </message>
        <message>
            <source>No names of these types appear together here. Choose other types or years.</source>
            <translation>這裡沒有這些類別的名稱同時出現。請選擇其他類別或年份。</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>圖片</translation>
        </message>
        <message>
            <source>Save the network</source>
            <translation>儲存關係圖</translation>
        </message>
        <message>
            <source>Save the picture…</source>
            <translation>儲存圖片…</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已儲存為 %1</translation>
        </message>
        <message>
            <source>Show: %1</source>
            <comment>a type of names</comment>
            <translation>顯示：%1</translation>
        </message>
        <message>
            <source>Smaller (-)</source>
            <translation>縮小 (-)</translation>
        </message>
        <message>
            <source>The whole picture (0)</source>
            <translation>顯示全圖 (0)</translation>
        </message>
        <message>
            <source>all results</source>
            <translation>全部結果</translation>
        </message>
        <message>
            <source>network</source>
            <translation>關係圖</translation>
        </message>
        <message>
            <source>the %1 most frequent of %2 names</source>
            <translation>%2 個名稱中最常見的 %1 個</translation>
        </message>
    </context>
    <context>
        <name>NetworkPicture</name>
        <message numerus="yes">
            <source>linked with %n other(s)</source>
            <translation>
                <numerusform>與 %n 個名稱有聯繫</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewArchive</name>
        <message numerus="yes">
            <source>%n file(s) and folder(s) will be imported.</source>
            <translation>
                <numerusform>將匯入 %n 個檔案與資料夾。</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名稱(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Place</source>
            <translation>位置(&amp;P)</translation>
        </message>
        <message>
            <source>A name cannot contain &lt; &gt; : " / \ | ? * or end with a dot.</source>
            <translation>名稱不能包含 &lt; &gt; : " / \ | ? *，也不能以句點結尾。</translation>
        </message>
        <message>
            <source>Choose where to keep the archive.</source>
            <translation>請選擇檔案庫放在哪裡。</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>選擇…</translation>
        </message>
        <message>
            <source>Create and import</source>
            <translation>新增並匯入</translation>
        </message>
        <message>
            <source>Create archive</source>
            <translation>新增檔案庫</translation>
        </message>
        <message>
            <source>Everything in “%1” will be imported.</source>
            <translation>將匯入「%1」中的全部內容。</translation>
        </message>
        <message>
            <source>My archive</source>
            <comment>name proposed for a new archive</comment>
            <translation>我的檔案庫</translation>
        </message>
        <message>
            <source>New archive</source>
            <translation>新增檔案庫</translation>
        </message>
        <message>
            <source>Place of the archive</source>
            <translation>檔案庫的位置</translation>
        </message>
        <message>
            <source>The archive needs a name.</source>
            <translation>請為檔案庫取個名稱。</translation>
        </message>
        <message>
            <source>There is something with this name already. Choose another one.</source>
            <translation>這個名稱已被使用，請換一個。</translation>
        </message>
    </context>
    <context>
        <name>NoteEditor</name>
        <message>
            <source>Delete this note (can be undone)</source>
            <translation>刪除這則筆記（可以復原）</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>批註</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>Tags, separated by spaces</source>
            <translation>標籤，以空格分開</translation>
        </message>
    </context>
    <context>
        <name>NoteMargin</name>
        <message>
            <source>Notes beside the text</source>
            <translation>內文旁的註記</translation>
        </message>
    </context>
    <context>
        <name>NoteMenus</name>
        <message>
            <source>All notes</source>
            <translation>全部筆記</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>顏色</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>刪除</translation>
        </message>
        <message>
            <source>Edit the note</source>
            <translation>編輯筆記</translation>
        </message>
        <message>
            <source>Export these notes…</source>
            <translation>匯出這些筆記…</translation>
        </message>
        <message>
            <source>Highlights</source>
            <translation>劃線</translation>
        </message>
        <message>
            <source>New name (empty: remove the tag):</source>
            <translation>新名稱（留空則去掉這個標籤）：</translation>
        </message>
        <message>
            <source>Notes on articles</source>
            <translation>整篇筆記</translation>
        </message>
        <message>
            <source>Notes whose text has changed</source>
            <translation>找不到原文的筆記</translation>
        </message>
        <message>
            <source>Open at its place</source>
            <translation>在原文處開啟</translation>
        </message>
        <message>
            <source>Put this note onto the selected words</source>
            <translation>把這則筆記移到選取的文字上</translation>
        </message>
        <message>
            <source>Reading list</source>
            <translation>待讀</translation>
        </message>
        <message>
            <source>Rename a tag</source>
            <translation>標籤改名</translation>
        </message>
        <message>
            <source>Rename a tag…</source>
            <translation>標籤改名…</translation>
        </message>
        <message>
            <source>Stars</source>
            <translation>星號</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>Tag:</source>
            <translation>標籤：</translation>
        </message>
    </context>
    <context>
        <name>Notes</name>
        <message>
            <source>Blue</source>
            <translation>藍</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>綠</translation>
        </message>
        <message>
            <source>Highlight</source>
            <translation>劃線</translation>
        </message>
        <message>
            <source>Note on the article</source>
            <translation>整篇筆記</translation>
        </message>
        <message>
            <source>Pink</source>
            <translation>粉</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>已讀</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>星號</translation>
        </message>
        <message>
            <source>To read</source>
            <translation>待讀</translation>
        </message>
        <message>
            <source>Violet</source>
            <translation>紫</translation>
        </message>
        <message>
            <source>Yellow</source>
            <translation>黃</translation>
        </message>
        <message>
            <source>the article is no longer in the archive</source>
            <translation>文章已不在檔案庫中</translation>
        </message>
        <message>
            <source>the words were changed</source>
            <translation>文字有更動</translation>
        </message>
        <message>
            <source>these words are no longer in the article</source>
            <translation>文章裡已沒有這段文字</translation>
        </message>
    </context>
    <context>
        <name>NotesPane</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) written</source>
            <translation>
                <numerusform>已寫出 %n 則筆記</numerusform>
            </translation>
        </message>
        <message>
            <source>All notes</source>
            <comment>tab</comment>
            <translation>全部筆記</translation>
        </message>
        <message>
            <source>Export notes</source>
            <translation>匯出筆記</translation>
        </message>
        <message>
            <source>Filter notes</source>
            <translation>篩選筆記</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>No note matches.</source>
            <translation>沒有符合條件的筆記。</translation>
        </message>
        <message>
            <source>No notes on this article yet. Select words and press %1 to highlight them, %2 to add a note.</source>
            <translation>這篇文章還沒有筆記。選取文字後按 %1 劃線，按 %2 寫筆記。</translation>
        </message>
        <message>
            <source>No notes yet. Open an article, select words and right click them to choose a colour.</source>
            <translation>還沒有筆記。開啟文章，選取文字，按右鍵選擇顏色。</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>筆記</translation>
        </message>
        <message>
            <source>Search notes</source>
            <translation>檢索筆記</translation>
        </message>
        <message>
            <source>This article</source>
            <translation>本篇</translation>
        </message>
    </context>
    <context>
        <name>Offers</name>
        <message>
            <source>Articles</source>
            <translation>文章</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>History</source>
            <translation>歷史</translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation>機構</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>地點</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>職務</translation>
        </message>
    </context>
    <context>
        <name>OutlineDrawer</name>
        <message>
            <source>Narrow the outline</source>
            <translation>篩選目錄</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>目錄</translation>
        </message>
    </context>
    <context>
        <name>Output</name>
        <message numerus="yes">
            <source>%n character(s) copied.</source>
            <translation>
                <numerusform>已複製 %n 個字。</numerusform>
            </translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>另存為 PDF</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已儲存：%1</translation>
        </message>
        <message>
            <source>Sent to the printer.</source>
            <translation>已送往印表機。</translation>
        </message>
        <message>
            <source>This computer has no printer. Save the article as a PDF.</source>
            <translation>這部電腦沒有印表機，請把文章另存成 PDF。</translation>
        </message>
    </context>
    <context>
        <name>Outside</name>
        <message>
            <source>Only documents are opened from an archive, not this: %1</source>
            <translation>從檔案庫裡只開啟文件，不開啟這個檔案：%1</translation>
        </message>
        <message>
            <source>The file is not there any more: %1</source>
            <translation>檔案已經不在原處：%1</translation>
        </message>
        <message>
            <source>The folder is not there any more: %1</source>
            <translation>資料夾已經不在原處：%1</translation>
        </message>
    </context>
    <context>
        <name>PageView</name>
        <message>
            <source>Article</source>
            <comment>accessible name of the reading area</comment>
            <translation>文章</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Actions</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Find an action</source>
            <translation>尋找操作</translation>
        </message>
        <message>
            <source>There is no action of that name.</source>
            <translation>沒有這個名稱的操作。</translation>
        </message>
        <message>
            <source>What do you want to do? Words, pinyin or initials</source>
            <translation>想做什麼？可輸入文字、拼音或首字母</translation>
        </message>
    </context>
    <context>
        <name>PaneCommands</name>
        <message>
            <source>Articles most like the one that is open (Ctrl+Shift+J)</source>
            <translation>與打開的這篇最相似的文章（Ctrl+Shift+J）</translation>
        </message>
        <message>
            <source>Filter the results…</source>
            <translation>篩選結果…</translation>
        </message>
        <message>
            <source>Next result</source>
            <translation>下一篇</translation>
        </message>
        <message>
            <source>Previous result</source>
            <translation>上一篇</translation>
        </message>
        <message>
            <source>Related words</source>
            <translation>相關詞</translation>
        </message>
        <message>
            <source>Remove all filters</source>
            <translation>移除全部篩選</translation>
        </message>
        <message>
            <source>Reprints in one line</source>
            <translation>合併轉載</translation>
        </message>
        <message>
            <source>Show a text and its reprints as one line (Ctrl+Shift+D)</source>
            <translation>同一篇文章的轉載合併為一條 (Ctrl+Shift+D)</translation>
        </message>
        <message>
            <source>Similar articles</source>
            <translation>相似文章</translation>
        </message>
        <message>
            <source>Words more frequent in these results than elsewhere (Ctrl+Shift+R)</source>
            <translation>結果中比別處常見得多的詞（Ctrl+Shift+R）</translation>
        </message>
    </context>
    <context>
        <name>PaneHead</name>
        <message>
            <source>%1 ms</source>
            <comment>milliseconds</comment>
            <translation>%1 毫秒</translation>
        </message>
        <message numerus="yes">
            <source>%1 · %n line(s)</source>
            <comment>the same where there is less room</comment>
            <translation>
                <numerusform>%1 · %n 條</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n line(s) without reprints</source>
            <comment>%1 is the number of articles</comment>
            <translation>
                <numerusform>%1，合併轉載後 %n 條</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s)</source>
            <comment>number of hits</comment>
            <translation>
                <numerusform>%n 篇</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) not yet searchable: results are incomplete.</source>
            <comment>banner</comment>
            <translation>
                <numerusform>還有 %n 篇尚未索引，結果不完整。</numerusform>
            </translation>
        </message>
        <message>
            <source>Filter the results (Ctrl+6)</source>
            <translation>篩選結果 (Ctrl+6)</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>篩選</translation>
        </message>
        <message>
            <source>Saved searches</source>
            <translation>已存搜尋</translation>
        </message>
        <message>
            <source>Saved searches; the number counts new hits</source>
            <translation>已存搜尋；數字是新增結果</translation>
        </message>
    </context>
    <context>
        <name>Properties</name>
        <message>
            <source>%1 (mended)</source>
            <translation>%1（已修復）</translation>
        </message>
        <message>
            <source>&amp;Check</source>
            <translation>檢查(&amp;C)</translation>
        </message>
        <message>
            <source>Appointments</source>
            <translation>任職紀錄</translation>
        </message>
        <message>
            <source>Archive properties</source>
            <translation>檔案庫內容</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>文章</translation>
        </message>
        <message>
            <source>Built from the articles; the old index stays in use until the new one is ready</source>
            <translation>依文章重建；新索引建好之前繼續使用舊索引</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>字數</translation>
        </message>
        <message>
            <source>Check and &amp;repair</source>
            <translation>檢查並修復(&amp;R)</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>正在檢查…</translation>
        </message>
        <message>
            <source>Compare articles, index and originals with each other</source>
            <translation>核對文章、索引和原件是否一致</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>日期範圍</translation>
        </message>
        <message>
            <source>Everything is in order.</source>
            <translation>一切正常。</translation>
        </message>
        <message>
            <source>Files not readable</source>
            <translation>無法讀取的檔案</translation>
        </message>
        <message>
            <source>Files read</source>
            <translation>已讀取檔案</translation>
        </message>
        <message>
            <source>Find people, posts and places with what this version knows; your corrections stay</source>
            <translation>用本版本的辨識能力重新找出人物、職務和地點；您的更正會保留</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式版本</translation>
        </message>
        <message>
            <source>Latest backup</source>
            <translation>最近的備份</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>開啟資料夾</translation>
        </message>
        <message>
            <source>People, places and the like</source>
            <translation>人物、地點等</translation>
        </message>
        <message>
            <source>Rebuild the &amp;index</source>
            <translation>重建索引(&amp;I)</translation>
        </message>
        <message>
            <source>Recognise &amp;names again</source>
            <translation>重新辨識名稱(&amp;N)</translation>
        </message>
        <message>
            <source>Repair what can be repaired; articles are never deleted</source>
            <translation>能修的都修好；絕不刪除文章</translation>
        </message>
        <message>
            <source>Restore a &amp;backup…</source>
            <translation>還原備份(&amp;B)…</translation>
        </message>
        <message>
            <source>Result of the check</source>
            <translation>檢查結果</translation>
        </message>
        <message>
            <source>Return to a backup of the catalogue; one is made on every day with imports</source>
            <translation>回到目錄庫的某個備份；有匯入的日子每天自動備份一次</translation>
        </message>
        <message>
            <source>Searchable</source>
            <translation>可搜尋</translation>
        </message>
        <message>
            <source>Size on disk</source>
            <translation>佔用空間</translation>
        </message>
        <message>
            <source>articles %1, index %2, originals %3</source>
            <translation>文章 %1，索引 %2，原件 %3</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>還沒有</translation>
        </message>
    </context>
    <context>
        <name>Provenance</name>
        <message>
            <source>(left out)</source>
            <translation>（已略去）</translation>
        </message>
        <message>
            <source>Nothing had to be repaired.</source>
            <translation>無需修復。</translation>
        </message>
        <message>
            <source>The article prints no date of its own.</source>
            <translation>原文沒有印日期，這是檔案的時間。</translation>
        </message>
        <message>
            <source>The date was inferred from: %1</source>
            <translation>日期推斷自：%1</translation>
        </message>
    </context>
    <context>
        <name>QueryBuilder</name>
        <message>
            <source> characters</source>
            <comment>distance of two words</comment>
            <translation> 字以內</translation>
        </message>
        <message>
            <source>&amp;All of these words</source>
            <translation>全部詞語(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Clear</source>
            <translation>清空(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Dates</source>
            <translation>日期(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Source</source>
            <translation>來源(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Word not within others</source>
            <translation>單獨出現(&amp;W)</translation>
        </message>
        <message>
            <source>A date is a year, a month or a day: 2023, 2023-11, 2023-11-05.</source>
            <translation>日期可寫年、月或日：2023、2023-11、2023-11-05。</translation>
        </message>
        <message>
            <source>A&amp;ny of these words</source>
            <translation>任一詞語(&amp;N)</translation>
        </message>
        <message>
            <source>At most this far from each other</source>
            <translation>兩詞最多相距</translation>
        </message>
        <message>
            <source>Build a query</source>
            <translation>查詢精靈</translation>
        </message>
        <message>
            <source>Doc&amp;ument</source>
            <translation>文件(&amp;U)</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Fill in what you look for.</source>
            <translation>請填寫要找的內容。</translation>
        </message>
        <message>
            <source>From</source>
            <translation>從</translation>
        </message>
        <message>
            <source>In the &amp;title</source>
            <translation>標題中有(&amp;T)</translation>
        </message>
        <message>
            <source>N&amp;one of these words</source>
            <translation>不含詞語(&amp;O)</translation>
        </message>
        <message>
            <source>Near eac&amp;h other</source>
            <translation>彼此靠近(&amp;H)</translation>
        </message>
        <message>
            <source>Or&amp;ganisation</source>
            <translation>機構(&amp;G)</translation>
        </message>
        <message>
            <source>P&amp;erson</source>
            <translation>人物(&amp;E)</translation>
        </message>
        <message>
            <source>Perhaps &amp;misprinted</source>
            <translation>容一字之差(&amp;M)</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地點</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>職務</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜尋</translation>
        </message>
        <message>
            <source>The query</source>
            <translation>產生的查詢</translation>
        </message>
        <message>
            <source>This exact &amp;phrase</source>
            <translation>完整語句(&amp;P)</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>a newspaper or a site</source>
            <translation>報紙或網站</translation>
        </message>
        <message>
            <source>as it is printed</source>
            <translation>照原文寫</translation>
        </message>
        <message>
            <source>from, such as 2019 or 2023-11</source>
            <translation>從，如 2019 或 2023-11</translation>
        </message>
        <message>
            <source>not within these</source>
            <translation>不算在這些詞裡面的</translation>
        </message>
        <message>
            <source>one word</source>
            <translation>一個詞</translation>
        </message>
        <message>
            <source>the other word</source>
            <translation>另一個詞</translation>
        </message>
        <message>
            <source>to</source>
            <translation>到</translation>
        </message>
        <message>
            <source>words that may have one character wrong</source>
            <translation>可能有一個字寫錯的詞</translation>
        </message>
        <message>
            <source>words, separated by spaces</source>
            <translation>幾個詞，用空格隔開</translation>
        </message>
    </context>
    <context>
        <name>QuotationCheck</name>
        <message>
            <source>Altered</source>
            <translation>有更動</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>沒有找到</translation>
        </message>
        <message>
            <source>Only punctuation differs</source>
            <translation>僅標點不同</translation>
        </message>
        <message>
            <source>The source says: %1</source>
            <translation>原文作：%1</translation>
        </message>
        <message>
            <source>Too short to check</source>
            <translation>太短，無法核對</translation>
        </message>
    </context>
    <context>
        <name>QuotationWindow</name>
        <message>
            <source>&amp;Check</source>
            <translation>核對(&amp;C)</translation>
        </message>
        <message>
            <source>Check quotations</source>
            <translation>核對引文</translation>
        </message>
        <message>
            <source>Check these words (Ctrl+Enter)</source>
            <translation>核對這段文字（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Copy the &amp;result</source>
            <translation>複製結果(&amp;R)</translation>
        </message>
        <message>
            <source>Paste a passage, or a whole paragraph containing quotations. Script, spaces, glosses and punctuation make no difference.</source>
            <translation>貼上一段引文，或含有引文的整段文字。簡繁、空格、注音和標點不影響查詢。</translation>
        </message>
        <message>
            <source>Paste the words to check here</source>
            <translation>在此貼上要核對的文字</translation>
        </message>
        <message>
            <source>Text in the archive</source>
            <translation>檔案庫中的原文</translation>
        </message>
        <message>
            <source>The result was copied.</source>
            <translation>已複製核對結果。</translation>
        </message>
        <message>
            <source>The words to check</source>
            <translation>要核對的文字</translation>
        </message>
    </context>
    <context>
        <name>Reader</name>
        <message>
            <source>Back</source>
            <translation>上一頁</translation>
        </message>
        <message>
            <source>Close this tab</source>
            <translation>關閉分頁</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>Copy as Markdown</source>
            <translation>複製為 Markdown</translation>
        </message>
        <message>
            <source>Copy as clean text</source>
            <translation>複製為純文字</translation>
        </message>
        <message>
            <source>Copy with the citation</source>
            <translation>複製並附出處</translation>
        </message>
        <message>
            <source>Doubtful conversions</source>
            <translation>有歧義的簡繁轉換</translation>
        </message>
        <message>
            <source>Find in article…</source>
            <translation>在文章中尋找…</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>下一頁</translation>
        </message>
        <message>
            <source>Keep this article in its own tab</source>
            <translation>為本文另開分頁</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>放大文字</translation>
        </message>
        <message>
            <source>Mark doubtful conversions</source>
            <translation>標出有歧義的簡繁轉換</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>My corrections of conversions…</source>
            <translation>我的簡繁轉換更正…</translation>
        </message>
        <message>
            <source>Next difference</source>
            <translation>下一處不同</translation>
        </message>
        <message>
            <source>Next doubtful conversion</source>
            <translation>下一處有歧義的轉換</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>下一處命中</translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation>下一個分頁</translation>
        </message>
        <message>
            <source>Normal text size</source>
            <translation>恢復文字大小</translation>
        </message>
        <message>
            <source>Open its folder</source>
            <translation>開啟所在資料夾</translation>
        </message>
        <message>
            <source>Open the original file</source>
            <translation>開啟原檔案</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>本文目錄</translation>
        </message>
        <message>
            <source>Previous difference</source>
            <translation>上一處不同</translation>
        </message>
        <message>
            <source>Previous doubtful conversion</source>
            <translation>上一處有歧義的轉換</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>上一處命中</translation>
        </message>
        <message>
            <source>Previous tab</source>
            <translation>上一個分頁</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>列印…</translation>
        </message>
        <message>
            <source>Read aloud</source>
            <translation>朗讀</translation>
        </message>
        <message>
            <source>Reopen the tab closed last</source>
            <translation>重新開啟剛關閉的分頁</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>另存為 PDF…</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>對照</translation>
        </message>
        <message>
            <source>Side by side with a reprint, with differences</source>
            <translation>與轉載對照，標出不同</translation>
        </message>
        <message>
            <source>Side by side with the original, with repairs</source>
            <translation>與原件對照，列出修復</translation>
        </message>
        <message>
            <source>Side by side with the other script</source>
            <translation>簡繁對照</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>縮小文字</translation>
        </message>
        <message>
            <source>Tabs</source>
            <translation>分頁</translation>
        </message>
        <message>
            <source>Typography</source>
            <translation>版式</translation>
        </message>
        <message>
            <source>Underline names</source>
            <translation>標示人物與機構</translation>
        </message>
    </context>
    <context>
        <name>ReaderHeader</name>
        <message>
            <source>%1 of %2 hits</source>
            <comment>hit 3 of 21</comment>
            <translation>第 %1 / %2 處</translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <comment>number of hits in the article</comment>
            <translation>
                <numerusform>%n 處</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReaderPane</name>
        <message>
            <source>Choose an article from the list to read it here.</source>
            <translation>從左側清單選擇一篇文章，在這裡閱讀。</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Open the page of %1</source>
            <translation>開啟 %1 的專頁</translation>
        </message>
        <message>
            <source>Open the report: %1</source>
            <comment>of a meeting named here</comment>
            <translation>開啟報導：%1</translation>
        </message>
    </context>
    <context>
        <name>ReadingSample</name>
        <message>
            <source>Sample of the typeface</source>
            <translation>字型樣例</translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message numerus="yes">
            <source>%n article(s) read again from originals.</source>
            <translation>
                <numerusform>從原件重新讀取了 %n 篇。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) lost with their originals:</source>
            <translation>
                <numerusform>有 %n 個檔案連同原件一起遺失：</numerusform>
            </translation>
        </message>
        <message>
            <source>Backups of “%1”</source>
            <translation>「%1」的備份</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>It can be put together again: from the newest good backup, and from the originals of what was imported later. Nothing is deleted; damaged files are kept aside.</source>
            <translation>可以把它重新拼起來：先用最近一份完好的備份，再從原件讀回後來匯入的文章。不會刪除任何東西，損壞的檔案另行保存。</translation>
        </message>
        <message>
            <source>Open the archive</source>
            <translation>開啟檔案庫</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>進度</translation>
        </message>
        <message>
            <source>Recover</source>
            <translation>救回</translation>
        </message>
        <message>
            <source>Recover the archive</source>
            <translation>救回檔案庫</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>還原</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>還原備份</translation>
        </message>
        <message>
            <source>Restored from the backup of %1.</source>
            <translation>已還原到 %1 的備份。</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>沒有成功</translation>
        </message>
        <message>
            <source>The archive can be opened again</source>
            <translation>檔案庫又可以開啟了</translation>
        </message>
        <message>
            <source>The archive is closed and goes back to how it was then. What it holds now is kept aside; nothing is deleted.</source>
            <translation>檔案庫會先關閉，再回到備份時的狀態。現有內容另行保存，不會刪除任何東西。</translation>
        </message>
        <message>
            <source>The catalogue itself was whole.</source>
            <translation>目錄庫本身是完好的。</translation>
        </message>
        <message>
            <source>The catalogue was damaged; all that it held could be read and saved.</source>
            <translation>目錄庫曾經損壞，但其中的內容已全部讀出並保存。</translation>
        </message>
        <message>
            <source>Then read again what was imported after it, from the originals</source>
            <translation>隨後從原件重新讀取備份之後匯入的文章</translation>
        </message>
        <message>
            <source>There was no good backup; the catalogue was rebuilt from the originals.</source>
            <translation>沒有完好的備份，目錄庫已從原件重新建立。</translation>
        </message>
        <message>
            <source>“%1” cannot be opened</source>
            <translation>「%1」無法開啟</translation>
        </message>
    </context>
    <context>
        <name>RelatedWords</name>
        <message>
            <source>Exclude articles containing it</source>
            <translation>排除有這個詞的文章</translation>
        </message>
        <message>
            <source>In %1 of the results; %2 in the archive. Click to search for it too</source>
            <translation>結果裡有 %1 提到，全庫 %2。按一下：一併搜尋</translation>
        </message>
        <message>
            <source>Related words</source>
            <translation>相關詞</translation>
        </message>
        <message>
            <source>Related:</source>
            <comment>before words that the results have often</comment>
            <translation>相關詞：</translation>
        </message>
        <message>
            <source>Search for it alone</source>
            <translation>只搜尋這個詞</translation>
        </message>
        <message>
            <source>Search for it too</source>
            <translation>一併搜尋</translation>
        </message>
    </context>
    <context>
        <name>ReportWindow</name>
        <message numerus="yes">
            <source>%n file(s) shown</source>
            <translation>
                <numerusform>顯示 %n 個檔案</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Copy table</source>
            <translation>複製表格(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Save as csv…</source>
            <translation>另存為 CSV(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Try failed files again</source>
            <translation>重試失敗的檔案(&amp;T)</translation>
        </message>
        <message>
            <source>All files (%1)</source>
            <translation>全部檔案 (%1)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Copy the path</source>
            <translation>複製路徑</translation>
        </message>
        <message>
            <source>Files of the import</source>
            <translation>匯入的檔案</translation>
        </message>
        <message>
            <source>Find in names and remarks</source>
            <translation>在檔名和說明中尋找</translation>
        </message>
        <message>
            <source>Find in this report</source>
            <translation>在報告中尋找</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>匯入</translation>
        </message>
        <message>
            <source>Import reports</source>
            <translation>匯入報告</translation>
        </message>
        <message>
            <source>No file of this import fits. Choose other files above.</source>
            <translation>這次匯入中沒有符合的檔案，請在上方改選。</translation>
        </message>
        <message>
            <source>Nothing has been imported into this archive yet.</source>
            <translation>這個檔案庫還沒有匯入過任何內容。</translation>
        </message>
        <message>
            <source>Open the article</source>
            <translation>開啟文章</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>開啟所在資料夾</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>儲存報告</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已儲存：%1</translation>
        </message>
        <message>
            <source>Which files</source>
            <translation>哪些檔案</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
    </context>
    <context>
        <name>ResultsDelegate</name>
        <message numerus="yes">
            <source>%n reprint(s)</source>
            <comment>small line of a result row</comment>
            <translation>
                <numerusform>轉載 %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultsModel</name>
        <message>
            <source>with a star</source>
            <translation>有星號</translation>
        </message>
    </context>
    <context>
        <name>ResultsView</name>
        <message>
            <source>Results</source>
            <comment>accessible name of the result list</comment>
            <translation>結果</translation>
        </message>
    </context>
    <context>
        <name>RowMenu</name>
        <message>
            <source>Copy the title</source>
            <translation>複製標題</translation>
        </message>
        <message>
            <source>Only from %1</source>
            <comment>menu of a result; %1 is a source</comment>
            <translation>只看來源「%1」</translation>
        </message>
        <message>
            <source>Only from the year %1</source>
            <translation>只看 %1 年</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開啟</translation>
        </message>
        <message>
            <source>Open in a new tab</source>
            <translation>在新分頁中開啟</translation>
        </message>
        <message>
            <source>Similar articles</source>
            <translation>相似文章</translation>
        </message>
    </context>
    <context>
        <name>SaveTable</name>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 活頁簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Text table (*.csv)</source>
            <translation>文字表格 (*.csv)</translation>
        </message>
    </context>
    <context>
        <name>SavedSearchList</name>
        <message>
            <source>&amp;Delete</source>
            <translation>刪除(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>開啟(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Rename</source>
            <translation>改名(&amp;R)</translation>
        </message>
        <message>
            <source>Last looked at</source>
            <translation>上次檢視</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名稱</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>No saved searches yet. Ctrl+D saves the search on show.</source>
            <translation>還沒有儲存的搜尋。按 Ctrl+D 儲存目前的搜尋。</translation>
        </message>
        <message>
            <source>Query</source>
            <translation>查詢</translation>
        </message>
        <message>
            <source>Saved searches</source>
            <translation>已存搜尋</translation>
        </message>
    </context>
    <context>
        <name>SavedSearches</name>
        <message>
            <source>%1 new</source>
            <comment>badge of a saved search</comment>
            <translation>新增 %1</translation>
        </message>
        <message>
            <source>&amp;Manage saved searches…</source>
            <translation>管理已存搜尋(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Save this search…</source>
            <translation>儲存此搜尋(&amp;S)…</translation>
        </message>
        <message>
            <source>All articles</source>
            <translation>全部文章</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名稱</translation>
        </message>
        <message>
            <source>Nothing saved yet</source>
            <translation>還沒有儲存過</translation>
        </message>
        <message>
            <source>Open, rename, delete saved searches (Ctrl+Shift+M)</source>
            <translation>開啟、改名、刪除已存搜尋 (Ctrl+Shift+M)</translation>
        </message>
        <message>
            <source>Sa&amp;ved searches</source>
            <translation>已存搜尋(&amp;V)</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>儲存</translation>
        </message>
        <message>
            <source>Save query and filters under a name (Ctrl+D)</source>
            <translation>把查詢和篩選條件存成一個名稱 (Ctrl+D)</translation>
        </message>
        <message>
            <source>Save this search</source>
            <translation>儲存此搜尋</translation>
        </message>
        <message>
            <source>Saved as “%1”</source>
            <translation>已存成「%1」</translation>
        </message>
    </context>
    <context>
        <name>ScriptSwitch</name>
        <message>
            <source>%1 (F9 switches)</source>
            <translation>%1（F9 切換）</translation>
        </message>
        <message>
            <source>Printed</source>
            <comment>short, on the script switch: text as printed</comment>
            <translation>原文</translation>
        </message>
        <message>
            <source>Variants of the script</source>
            <translation>繁體字形</translation>
        </message>
        <message>
            <source>Variants: Taiwan, Hong Kong</source>
            <translation>字形：台灣、香港</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Clear the search history</source>
            <translation>清除搜尋紀錄</translation>
        </message>
        <message>
            <source>Earlier searches</source>
            <translation>搜尋紀錄</translation>
        </message>
        <message>
            <source>Earlier searches (Alt+Down)</source>
            <translation>搜尋紀錄 (Alt+↓)</translation>
        </message>
        <message>
            <source>Forget all earlier searches of this archive</source>
            <translation>忘記此檔案庫的全部搜尋紀錄</translation>
        </message>
        <message>
            <source>Nothing was searched for yet</source>
            <translation>還沒有搜尋過</translation>
        </message>
        <message>
            <source>The search history is empty now</source>
            <translation>搜尋紀錄已清除</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Clear the search (Esc)</source>
            <translation>清除搜尋 (Esc)</translation>
        </message>
        <message>
            <source>Search</source>
            <comment>accessible name of the search box</comment>
            <translation>搜尋</translation>
        </message>
        <message>
            <source>Search the archive</source>
            <comment>placeholder of the search box</comment>
            <translation>搜尋檔案庫</translation>
        </message>
    </context>
    <context>
        <name>SearchPane</name>
        <message>
            <source>Contexts</source>
            <comment>menu</comment>
            <translation>上下文</translation>
        </message>
        <message>
            <source>Trend</source>
            <comment>menu</comment>
            <translation>詞頻趨勢</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source> characters</source>
            <comment>suffix of a line length</comment>
            <translation> 字</translation>
        </message>
        <message>
            <source> lines</source>
            <comment>suffix of a line height</comment>
            <translation> 倍</translation>
        </message>
        <message>
            <source> px</source>
            <comment>suffix of a size</comment>
            <translation> 像素</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>色彩(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>語言(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Mark conversions that were a choice (后 or 後)</source>
            <translation>標出有歧義的轉換（后、後）(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Names</source>
            <translation>人名、機構名、地名(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Order of results</source>
            <translation>結果排序(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Paper</source>
            <translation>紙張(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Quotations in “ ” and 「 」</source>
            <translation>「 」“ ”中的引文(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Size and spacing</source>
            <translation>字級、行寬、行距(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Typeface</source>
            <translation>字型(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Underline people, places and the like in the article</source>
            <translation>在文章中標示人物、地點等(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Vertical columns for Traditional text</source>
            <translation>繁體文章直排(&amp;V)</translation>
        </message>
        <message>
            <source>Archives</source>
            <translation>檔案庫</translation>
        </message>
        <message>
            <source>As printed</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟隨系統</translation>
        </message>
        <message>
            <source>By relevance</source>
            <translation>依相關度</translation>
        </message>
        <message>
            <source>Characters in a line</source>
            <translation>每行字數</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>選擇…</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>General</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Hei (sans serif)</source>
            <translation>黑體</translation>
        </message>
        <message>
            <source>Kai (brush)</source>
            <translation>楷體</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>淺色</translation>
        </message>
        <message>
            <source>Line height</source>
            <translation>行距</translation>
        </message>
        <message>
            <source>Local &amp;vocabulary too (软件 as 軟體)</source>
            <translation>同時換用當地詞語（如「滑鼠」作「鼠標」）(&amp;W)</translation>
        </message>
        <message>
            <source>My &amp;corrections of conversions…</source>
            <translation>我的轉換更正(&amp;C)…</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>最新在前</translation>
        </message>
        <message>
            <source>No ani&amp;mations</source>
            <translation>不使用動畫(&amp;M)</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>最早在前</translation>
        </message>
        <message>
            <source>Open the last archive at &amp;start</source>
            <translation>啟動時開啟上次的檔案庫(&amp;S)</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>閱讀</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>還原預設值</translation>
        </message>
        <message>
            <source>Save new archives &amp;in</source>
            <translation>新檔案庫放在(&amp;I)</translation>
        </message>
        <message>
            <source>Script</source>
            <comment>tab of the settings</comment>
            <translation>簡繁</translation>
        </message>
        <message>
            <source>Script at s&amp;tart</source>
            <translation>啟動時顯示(&amp;T)</translation>
        </message>
        <message>
            <source>Sepia</source>
            <translation>護眼米黃</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Show &amp;tips</source>
            <translation>顯示提示(&amp;T)</translation>
        </message>
        <message>
            <source>Simplified</source>
            <translation>簡體</translation>
        </message>
        <message>
            <source>Size of the text</source>
            <translation>字級</translation>
        </message>
        <message>
            <source>Song (serif)</source>
            <translation>明體</translation>
        </message>
        <message>
            <source>Stay as printed</source>
            <translation>保持原文</translation>
        </message>
        <message>
            <source>T&amp;itles in 《 》</source>
            <translation>《 》中的題名(&amp;I)</translation>
        </message>
        <message>
            <source>T&amp;raditional means</source>
            <translation>「繁」指(&amp;R)</translation>
        </message>
        <message>
            <source>Traditional</source>
            <translation>繁體</translation>
        </message>
        <message>
            <source>Traditional, Hong Kong</source>
            <translation>繁體，香港</translation>
        </message>
        <message>
            <source>Traditional, Taiwan</source>
            <translation>繁體，台灣</translation>
        </message>
        <message>
            <source>Traditional, general</source>
            <translation>通用繁體</translation>
        </message>
        <message>
            <source>Where new archives are kept</source>
            <translation>新檔案庫的位置</translation>
        </message>
        <message>
            <source>White (dark where the window is dark)</source>
            <translation>白色（深色介面時為深色）</translation>
        </message>
        <message>
            <source>as used in Hong Kong</source>
            <translation>香港用字</translation>
        </message>
        <message>
            <source>as used in Taiwan</source>
            <translation>台灣用字</translation>
        </message>
    </context>
    <context>
        <name>ShareNotice</name>
        <message>
            <source>Later</source>
            <translation>稍後</translation>
        </message>
        <message>
            <source>Reopen it</source>
            <translation>重新開啟</translation>
        </message>
        <message>
            <source>The shared archive has been updated.</source>
            <translation>共用的檔案庫有更新。</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Articles put together by hand or by a search</source>
            <translation>手動或依檢索彙集的文章</translation>
        </message>
        <message>
            <source>Collections</source>
            <comment>tab of the right pane</comment>
            <translation>專題</translation>
        </message>
        <message>
            <source>Highlights, notes, stars, reading list</source>
            <translation>劃線、筆記、星號、待讀</translation>
        </message>
        <message>
            <source>Names</source>
            <comment>tab of the right pane</comment>
            <translation>名稱</translation>
        </message>
        <message>
            <source>Notes</source>
            <comment>tab of the right pane</comment>
            <translation>筆記</translation>
        </message>
        <message>
            <source>People, places, documents</source>
            <translation>人物、地點、文件</translation>
        </message>
        <message>
            <source>Right pane</source>
            <translation>右側欄</translation>
        </message>
    </context>
    <context>
        <name>SimilarDelegate</name>
        <message>
            <source>both: %1</source>
            <comment>words and names that two articles share</comment>
            <translation>共有：%1</translation>
        </message>
    </context>
    <context>
        <name>SimilarPage</name>
        <message>
            <source>Back to the results</source>
            <translation>回到結果</translation>
        </message>
        <message>
            <source>Back to the results (Esc)</source>
            <translation>回到結果（Esc）</translation>
        </message>
        <message>
            <source>Looking for similar articles…</source>
            <translation>正在尋找相似文章…</translation>
        </message>
        <message>
            <source>No other article shares enough rare words or names with it.</source>
            <translation>沒有別的文章與它共用足夠多的少見詞語或名稱。</translation>
        </message>
        <message>
            <source>Similar articles</source>
            <translation>相似文章</translation>
        </message>
        <message>
            <source>Similar to “%1”</source>
            <comment>%1 is the title of an article</comment>
            <translation>與「%1」相似</translation>
        </message>
    </context>
    <context>
        <name>SplitDialog</name>
        <message>
            <source>All of these</source>
            <translation>全選</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>文章</translation>
        </message>
        <message>
            <source>Name of the other</source>
            <translation>另一方的名稱</translation>
        </message>
        <message>
            <source>Name of the other, such as %1</source>
            <translation>另一方的名稱，例如 %1</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>分出</translation>
        </message>
        <message>
            <source>The first %1 of %2 articles, oldest first.</source>
            <translation>%2 篇文章中的前 %1 篇，由舊到新排列。</translation>
        </message>
        <message>
            <source>Tick the articles that mean another, and give that one a name of its own.</source>
            <translation>勾選另有所指的文章，並為其另取一個名稱。</translation>
        </message>
        <message>
            <source>“%1” is another in some articles</source>
            <translation>「%1」在部分文章中另有所指</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>A folder on your disk that holds articles, index and originals.</source>
            <translation>磁碟上的一個資料夾，存放文章、索引和原件。</translation>
        </message>
        <message>
            <source>About forty articles to try everything on. Ready in a few seconds.</source>
            <translation>四十來篇文章，各項功能都可以試一試，幾秒鐘就緒。</translation>
        </message>
        <message>
            <source>Create a new archive</source>
            <translation>新增檔案庫</translation>
        </message>
        <message>
            <source>Fetching a local copy from the network… %1 %</source>
            <translation>正在從網路取得本機副本… %1 %</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>One you created earlier, or one on the network.</source>
            <translation>以前建立的，或者網路共用上的。</translation>
        </message>
        <message>
            <source>Open an archive</source>
            <translation>開啟檔案庫</translation>
        </message>
        <message>
            <source>Open the sample archive</source>
            <translation>開啟範例檔案庫</translation>
        </message>
        <message>
            <source>Opening “%1”…</source>
            <translation>正在開啟「%1」…</translation>
        </message>
        <message>
            <source>Recent archives</source>
            <translation>最近的檔案庫</translation>
        </message>
        <message>
            <source>Search, read and check Chinese press and government articles offline.</source>
            <translation>離線檢索、閱讀和核對報刊與政府文章。</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>%n article(s) not searchable yet</source>
            <translation>
                <numerusform>%n 篇尚未索引</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s) in the article</source>
            <translation>
                <numerusform>本篇 %n 處</numerusform>
            </translation>
        </message>
        <message>
            <source>Back to 100 % (Ctrl+0)</source>
            <translation>恢復 100% (Ctrl+0)</translation>
        </message>
        <message>
            <source>Switch script (F9)</source>
            <translation>切換繁簡 (F9)</translation>
        </message>
        <message>
            <source>hit %1 of %2</source>
            <translation>第 %1 / %2 處</translation>
        </message>
        <message>
            <source>index complete</source>
            <translation>索引完整</translation>
        </message>
        <message>
            <source>index complete · read-only</source>
            <translation>索引完整 · 唯讀</translation>
        </message>
    </context>
    <context>
        <name>TabKeeper</name>
        <message>
            <source>Opened in a new tab.</source>
            <translation>已在新分頁中開啟。</translation>
        </message>
    </context>
    <context>
        <name>TabStrip</name>
        <message>
            <source>Articles that are open</source>
            <translation>開啟中的文章</translation>
        </message>
        <message>
            <source>Close all other tabs</source>
            <translation>關閉其他分頁</translation>
        </message>
        <message>
            <source>Close this tab</source>
            <translation>關閉分頁</translation>
        </message>
        <message>
            <source>Close this tab (Ctrl+W)</source>
            <translation>關閉分頁（Ctrl+W）</translation>
        </message>
        <message>
            <source>New tab</source>
            <comment>a tab without an article</comment>
            <translation>新分頁</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Posts over the years</source>
            <comment>accessible name of the time line</comment>
            <translation>歷年職務</translation>
        </message>
    </context>
    <context>
        <name>TipStrip</name>
        <message>
            <source>Got it</source>
            <translation>知道了</translation>
        </message>
        <message>
            <source>No more tips</source>
            <translation>不再提示</translation>
        </message>
        <message>
            <source>What's new</source>
            <translation>新變化</translation>
        </message>
    </context>
    <context>
        <name>Tips</name>
        <message>
            <source>Ctrl+K finds any action by its name; F1 opens the help.</source>
            <translation>按 Ctrl+K 可以依名稱尋找任何操作；按 F1 開啟說明。</translation>
        </message>
        <message>
            <source>F9 switches between the text as printed, Simplified and Traditional. Underlined names lead to their pages.</source>
            <translation>按 F9 在原文、簡體、繁體之間切換。帶底線的名稱可以開啟各自的頁面。</translation>
        </message>
        <message>
            <source>Juanzong is now version %1.</source>
            <translation>卷宗已更新到 %1 版。</translation>
        </message>
        <message>
            <source>Many hits? Drag over the bars to choose a period, or open the filter for sources and names.</source>
            <translation>結果太多？在時間條上拖曳可以選一段時間，開啟篩選可以依來源和名稱縮小範圍。</translation>
        </message>
        <message>
            <source>Type a word and press Return: Simplified and Traditional are found alike. Names are offered while you type, by pinyin too.</source>
            <translation>輸入詞語後按 Enter：簡體、繁體都會找到。輸入時會提示名稱，也可以用拼音。</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Archive</source>
            <translation>檔案庫</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Order of the results</source>
            <translation>結果的排序</translation>
        </message>
        <message>
            <source>Order of the results (Ctrl+Shift+S)</source>
            <translation>結果的排序 (Ctrl+Shift+S)</translation>
        </message>
        <message>
            <source>Other archives</source>
            <translation>其他檔案庫</translation>
        </message>
    </context>
    <context>
        <name>TrendChart</name>
        <message>
            <source>Left and right choose a period, up and down an expression, Enter shows its articles.</source>
            <translation>左右鍵選時段，上下鍵選詞，Enter 列出文章。</translation>
        </message>
        <message>
            <source>Trend</source>
            <comment>accessible name of the chart</comment>
            <translation>詞頻趨勢圖</translation>
        </message>
    </context>
    <context>
        <name>TrendPane</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <comment>number of articles</comment>
            <translation>
                <numerusform>%n 篇</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s)</source>
            <comment>number of occurrences</comment>
            <translation>
                <numerusform>%n 處</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a date</source>
            <comment>number of articles</comment>
            <translation>
                <numerusform>%n 篇無日期</numerusform>
            </translation>
        </message>
        <message>
            <source>Add a word to the chart</source>
            <translation>在圖中加一個詞</translation>
        </message>
        <message>
            <source>By month</source>
            <translation>依月</translation>
        </message>
        <message>
            <source>By year</source>
            <translation>依年</translation>
        </message>
        <message>
            <source>Compare with another word</source>
            <translation>再比較一個詞</translation>
        </message>
        <message>
            <source>Compare with another word…</source>
            <translation>再比較一個詞…</translation>
        </message>
        <message>
            <source>None of these words stands in an article with a date.</source>
            <translation>有日期的文章裡都沒有這些詞。</translation>
        </message>
        <message>
            <source>Picture (*.png)</source>
            <translation>圖片 (*.png)</translation>
        </message>
        <message>
            <source>Save as a picture or as a table</source>
            <translation>匯出圖片或資料</translation>
        </message>
        <message>
            <source>Save the chart</source>
            <translation>匯出圖表</translation>
        </message>
        <message>
            <source>Save the chart as a picture</source>
            <translation>把圖表存成圖片</translation>
        </message>
        <message>
            <source>Save the chart as a picture…</source>
            <translation>把圖表存成圖片…</translation>
        </message>
        <message>
            <source>Save the counts</source>
            <translation>匯出資料</translation>
        </message>
        <message>
            <source>Save the counts as .xlsx or .csv</source>
            <translation>把資料存成 .xlsx 或 .csv</translation>
        </message>
        <message>
            <source>Save the counts…</source>
            <translation>匯出資料…</translation>
        </message>
        <message>
            <source>Saved in %1</source>
            <translation>已存入 %1</translation>
        </message>
        <message>
            <source>Search for a word to see how often it was used over the years.</source>
            <translation>先搜尋一個詞，這裡會顯示它歷年的使用情況。</translation>
        </message>
        <message>
            <source>Trend of %1</source>
            <comment>name of a file</comment>
            <translation>%1 詞頻趨勢</translation>
        </message>
        <message>
            <source>What is counted</source>
            <translation>統計什麼</translation>
        </message>
        <message>
            <source>Years or months</source>
            <translation>依年或依月</translation>
        </message>
        <message>
            <source>first %1</source>
            <comment>%1 is the date of the first article</comment>
            <translation>首見 %1</translation>
        </message>
        <message>
            <source>last %1</source>
            <comment>%1 is the date of the last article</comment>
            <translation>末見 %1</translation>
        </message>
    </context>
    <context>
        <name>Typography</name>
        <message>
            <source>Dense: much on one page</source>
            <translation>緊湊：一頁容納更多</translation>
        </message>
        <message>
            <source>Hei (sans serif)</source>
            <translation>黑體</translation>
        </message>
        <message>
            <source>Kai (brush)</source>
            <translation>楷體</translation>
        </message>
        <message>
            <source>Large print</source>
            <translation>大字</translation>
        </message>
        <message>
            <source>Like a book: Song, 38 characters</source>
            <translation>書本：明體，每行 38 字</translation>
        </message>
        <message>
            <source>Like a screen: Hei, 42 characters</source>
            <translation>螢幕：黑體，每行 42 字</translation>
        </message>
        <message>
            <source>Like handwriting: Kai, 34 characters</source>
            <translation>手寫：楷體，每行 34 字</translation>
        </message>
        <message>
            <source>Sepia paper</source>
            <translation>米黃紙色</translation>
        </message>
        <message>
            <source>Song (serif)</source>
            <translation>宋體</translation>
        </message>
        <message>
            <source>Traditional text in vertical columns</source>
            <translation>繁體文章直排</translation>
        </message>
        <message>
            <source>Typography</source>
            <translation>版式</translation>
        </message>
    </context>
    <context>
        <name>VerticalView</name>
        <message>
            <source>Article in vertical columns</source>
            <translation>直排的文章</translation>
        </message>
    </context>
    <context>
        <name>ViewSwitch</name>
        <message>
            <source>Contexts</source>
            <translation>上下文</translation>
        </message>
        <message>
            <source>List</source>
            <translation>清單</translation>
        </message>
        <message>
            <source>Results as a list of articles</source>
            <translation>以文章清單顯示結果</translation>
        </message>
        <message>
            <source>Results as a trend: how often over the years</source>
            <translation>以詞頻趨勢顯示結果</translation>
        </message>
        <message>
            <source>Results as contexts: every place, one line each</source>
            <translation>以上下文顯示結果：每處一行</translation>
        </message>
        <message>
            <source>Show the results as</source>
            <translation>結果顯示為</translation>
        </message>
        <message>
            <source>Trend</source>
            <translation>趨勢</translation>
        </message>
    </context>
    <context>
        <name>WatchedFolders</name>
        <message>
            <source>&amp;Add folder…</source>
            <translation>加入資料夾(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Look now</source>
            <translation>立即查看(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>暫停(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>移除(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Watch again</source>
            <translation>繼續監看(&amp;W)</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>資料夾</translation>
        </message>
        <message>
            <source>Folder to watch</source>
            <translation>選擇要監看的資料夾</translation>
        </message>
        <message>
            <source>New and changed files in these folders are imported automatically, including those that arrived while the program was closed. When a file is deleted, its article stays and is marked.</source>
            <translation>這些資料夾裡新增和更動的檔案會自動收入檔案庫，程式關閉期間來的也算在內。檔案刪除後，文章仍然保留，並加上標記。</translation>
        </message>
        <message>
            <source>No folders are watched yet. Add one that receives new files.</source>
            <translation>還沒有監看任何資料夾。請加入一個會不斷增加檔案的資料夾。</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>Watched folders</source>
            <translation>監看資料夾</translation>
        </message>
        <message>
            <source>currently unreachable</source>
            <translation>目前無法存取</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>已暫停</translation>
        </message>
        <message>
            <source>watched</source>
            <translation>監看中</translation>
        </message>
    </context>
    <context>
        <name>Watcher</name>
        <message>
            <source>Folders that were not chosen on this computer are not watched; see “Watched folders”.</source>
            <translation>不是在這部電腦上選定的資料夾暫不監看，請看「監看資料夾」。</translation>
        </message>
    </context>
    <context>
        <name>WhyNotFound</name>
        <message>
            <source>&amp;Ask</source>
            <translation>查問(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Choose file…</source>
            <translation>選擇檔案(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Import the file</source>
            <translation>匯入該檔案(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Open the article</source>
            <translation>開啟文章(&amp;O)</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>答覆</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>File or phrase</source>
            <translation>檔案或文字</translation>
        </message>
        <message>
            <source>File that is not found</source>
            <translation>選擇找不到的檔案</translation>
        </message>
        <message>
            <source>Looking through reports and originals…</source>
            <translation>正在查看匯入報告和原件…</translation>
        </message>
        <message>
            <source>Type a phrase, or a file's name or a part of it; or choose a file.</source>
            <translation>輸入一段文字，或檔名（可以只是一部分）；也可以選擇檔案。</translation>
        </message>
        <message>
            <source>Why is it not found?</source>
            <translation>為什麼找不到？</translation>
        </message>
    </context>
    <context>
        <name>Work</name>
        <message>
            <source>Taking back the merge…</source>
            <translation>正在復原併入…</translation>
        </message>
        <message>
            <source>The last correction was undone.</source>
            <translation>已復原上一則名稱更正。</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>沒有可以重做的操作。</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>沒有可以復原的操作。</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <translation>已復原：%1</translation>
        </message>
    </context>
    <context>
        <name>ZeroHits</name>
        <message numerus="yes">
            <source>%n article(s) not yet searchable; they may have it.</source>
            <translation>
                <numerusform>還有 %n 篇尚未索引，其中可能有。</numerusform>
            </translation>
        </message>
        <message>
            <source>A word that no article contains: check how it is written, or leave it out.</source>
            <translation>有的詞沒有文章包含：請檢查寫法，或者去掉它。</translation>
        </message>
        <message>
            <source>All parts within one article:</source>
            <translation>各部分同在一篇：</translation>
        </message>
        <message>
            <source>Both scripts were searched. Try a shorter word, or another way to write it.</source>
            <translation>簡體、繁體都搜過了。請試試較短的詞，或者換一種寫法。</translation>
        </message>
        <message>
            <source>Drop files or a folder onto the window to fill it.</source>
            <translation>把檔案或資料夾拖曳到視窗上即可匯入。</translation>
        </message>
        <message>
            <source>Each word alone:</source>
            <translation>單獨搜尋：</translation>
        </message>
        <message>
            <source>Each word occurs, but never together. Leave one out, or put OR between them.</source>
            <translation>每個詞都有，但沒有同時出現。可以去掉一個，或在中間加「或」。</translation>
        </message>
        <message>
            <source>No article contains all these words</source>
            <translation>沒有找到同時包含這些詞的文章</translation>
        </message>
        <message>
            <source>No article contains “%1”</source>
            <comment>%1 is what was searched for</comment>
            <translation>沒有找到包含「%1」的文章</translation>
        </message>
        <message>
            <source>No article passes all filters</source>
            <translation>沒有文章符合全部篩選</translation>
        </message>
        <message>
            <source>Parts of it occur:</source>
            <translation>其中有的部分出現過：</translation>
        </message>
        <message>
            <source>Search for this</source>
            <translation>按此搜尋</translation>
        </message>
        <message>
            <source>Search without the filters</source>
            <translation>不用任何篩選</translation>
        </message>
        <message>
            <source>The archive is still empty</source>
            <translation>檔案庫還是空的</translation>
        </message>
        <message>
            <source>They stand in the same article, but not as asked: allow more distance.</source>
            <translation>同一篇文章裡都有，但位置不合條件：可以放寬距離。</translation>
        </message>
        <message>
            <source>Two of them in one article:</source>
            <translation>兩個詞同在一篇：</translation>
        </message>
        <message>
            <source>With fewer filters:</source>
            <translation>少用篩選：</translation>
        </message>
        <message>
            <source>Without leaving something out:</source>
            <translation>不排除時：</translation>
        </message>
        <message>
            <source>without filters</source>
            <translation>不篩選時</translation>
        </message>
        <message>
            <source>without “%1”</source>
            <comment>%1 is a filter</comment>
            <translation>去掉「%1」</translation>
        </message>
    </context>
    <context>
        <name>_BookDialog</name>
        <message>
            <source>Export as a book</source>
            <translation>匯出成書</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>匯出…</translation>
        </message>
        <message>
            <source>JSON Lines, for programs</source>
            <translation>JSON Lines，供程式使用</translation>
        </message>
        <message>
            <source>One web page, readable anywhere</source>
            <translation>單一網頁，到處可讀</translation>
        </message>
        <message>
            <source>PDF with contents and page numbers</source>
            <translation>PDF，附目錄和頁碼</translation>
        </message>
        <message>
            <source>With your notes</source>
            <translation>附上筆記</translation>
        </message>
        <message>
            <source>Word document with contents</source>
            <translation>Word 文件，附目錄</translation>
        </message>
    </context>
    <context>
        <name>_HandOverDialog</name>
        <message>
            <source>A smaller archive with these articles only. Your colleague opens it, or merges it.</source>
            <translation>只含這些文章的較小檔案庫。同事可以直接開啟，也可以併入自己的檔案庫。</translation>
        </message>
        <message>
            <source>Choose a place…</source>
            <translation>選擇位置…</translation>
        </message>
        <message>
            <source>Hand over as an archive</source>
            <translation>匯出為檔案庫</translation>
        </message>
        <message>
            <source>With the original files, as far as they hold nothing else</source>
            <translation>附上原件（與其他文章同在一個檔案的除外）</translation>
        </message>
        <message>
            <source>With your notes and corrected particulars</source>
            <translation>附上筆記和更正過的著錄項目</translation>
        </message>
    </context>
</TS>
