<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>About</name>
        <message>
            <source>About Juanzong</source>
            <translation>关于卷宗</translation>
        </message>
        <message>
            <source>An offline archive browser for Chinese press and government articles. Nothing leaves this computer.</source>
            <translation>离线的中文报刊与政务文章档案浏览器。任何内容都不会离开这台电脑。</translation>
        </message>
        <message>
            <source>Components and their licences</source>
            <translation>程序用到的组件及其许可证</translation>
        </message>
        <message>
            <source>Copy versions</source>
            <translation>复制版本信息</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Licence: Apache 2.0. Built with %1.</source>
            <translation>许可证：Apache 2.0。使用了 %1。</translation>
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
            <translation>关于卷宗(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Article</source>
            <translation>文章(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Build a query…</source>
            <translation>查询向导(&amp;B)…</translation>
        </message>
        <message>
            <source>&amp;Close archive</source>
            <translation>关闭档案库(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Count many terms…</source>
            <translation>批量检索(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>深色(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Find an action…</source>
            <translation>查找操作(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>全屏(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help…</source>
            <translation>帮助(&amp;H)…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>导入(&amp;I)…</translation>
        </message>
        <message>
            <source>&amp;Keyboard…</source>
            <translation>键盘快捷键(&amp;K)…</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>浅色(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Log…</source>
            <translation>运行记录(&amp;L)…</translation>
        </message>
        <message>
            <source>&amp;New archive…</source>
            <translation>新建档案库(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Newest first</source>
            <translation>最新在前(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Next pane</source>
            <translation>下一窗格(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Oldest first</source>
            <translation>最早在前(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Open archive…</source>
            <translation>打开档案库(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;People, places, documents</source>
            <translation>人物、地点、文件(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Previous pane</source>
            <translation>上一窗格(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Results</source>
            <translation>结果(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Switch script</source>
            <translation>切换简繁(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Traditional</source>
            <translation>繁体(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Watched folders…</source>
            <translation>监看文件夹(&amp;W)…</translation>
        </message>
        <message>
            <source>&amp;Why is it not found…</source>
            <translation>为什么找不到(&amp;W)…</translation>
        </message>
        <message>
            <source>A link for documents and mail that opens this article where it is selected</source>
            <translation>可粘贴到文档和邮件中的链接，打开后直达这篇文章的选中处</translation>
        </message>
        <message>
            <source>A small archive to try everything on</source>
            <translation>一个小型档案库，可以试用各项功能</translation>
        </message>
        <message>
            <source>All actions</source>
            <translation>全部操作</translation>
        </message>
        <message>
            <source>All articles in Simplified characters</source>
            <translation>全部文章显示为简体</translation>
        </message>
        <message>
            <source>All articles in Traditional characters</source>
            <translation>全部文章显示为繁体</translation>
        </message>
        <message>
            <source>All articles in Traditional characters as used in Hong Kong</source>
            <translation>全部文章显示为香港繁体</translation>
        </message>
        <message>
            <source>All articles in Traditional characters as used in Taiwan</source>
            <translation>全部文章显示为台湾繁体</translation>
        </message>
        <message>
            <source>All shortcuts on one page</source>
            <translation>一页看全所有快捷键</translation>
        </message>
        <message>
            <source>Archive &amp;properties…</source>
            <translation>档案库属性(&amp;P)…</translation>
        </message>
        <message>
            <source>As &amp;printed</source>
            <translation>原文(&amp;P)</translation>
        </message>
        <message>
            <source>As printed → Simplified → Traditional, for all text of the archive</source>
            <translation>原文 → 简体 → 繁体，适用于档案库的全部文字</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>跟随系统(&amp;S)</translation>
        </message>
        <message>
            <source>Best matches first</source>
            <translation>最相关的在前</translation>
        </message>
        <message>
            <source>By &amp;relevance</source>
            <translation>按相关度(&amp;R)</translation>
        </message>
        <message>
            <source>Change the &amp;order</source>
            <translation>更换排序(&amp;O)</translation>
        </message>
        <message>
            <source>Choose files and folders to import</source>
            <translation>选择要导入的文件和文件夹</translation>
        </message>
        <message>
            <source>Close all windows and the program</source>
            <translation>关闭所有窗口并退出程序</translation>
        </message>
        <message>
            <source>Close this archive and go to the start page</source>
            <translation>关闭这个档案库，回到起始页</translation>
        </message>
        <message>
            <source>Copy &amp;link to this place</source>
            <translation>复制此处的链接(&amp;L)</translation>
        </message>
        <message>
            <source>Counts, sizes, check and repair of this archive</source>
            <translation>这个档案库的数量、大小、检查与修复</translation>
        </message>
        <message>
            <source>Create a new archive</source>
            <translation>新建档案库</translation>
        </message>
        <message>
            <source>Dark colours</source>
            <translation>深色界面</translation>
        </message>
        <message>
            <source>Earliest date first</source>
            <translation>日期最早的在前</translation>
        </message>
        <message>
            <source>Every article as it was printed</source>
            <translation>每篇文章按原来的字形显示</translation>
        </message>
        <message>
            <source>Fill in a form instead of a query</source>
            <translation>填表生成查询，不必学语法</translation>
        </message>
        <message>
            <source>Finds out what happened to a file or a phrase</source>
            <translation>查问某个文件或某段文字在档案库里的下落</translation>
        </message>
        <message>
            <source>Folders whose new and changed files are imported automatically</source>
            <translation>这些文件夹里新增和改动的文件会自动收入档案库</translation>
        </message>
        <message>
            <source>Go to the &amp;search box</source>
            <translation>转到搜索框(&amp;S)</translation>
        </message>
        <message>
            <source>Go to the search box (Esc)</source>
            <translation>转到搜索框 (Esc)</translation>
        </message>
        <message>
            <source>How everything works, searchable</source>
            <translation>各项功能的用法，可以查找</translation>
        </message>
        <message>
            <source>How to search, with examples</source>
            <translation>怎样搜索，附例子</translation>
        </message>
        <message>
            <source>Import &amp;reports…</source>
            <translation>导入报告(&amp;R)…</translation>
        </message>
        <message>
            <source>Import a &amp;folder…</source>
            <translation>导入文件夹(&amp;F)…</translation>
        </message>
        <message>
            <source>Import a folder with everything below it</source>
            <translation>导入文件夹及其中的全部内容</translation>
        </message>
        <message>
            <source>Language, colours, reading, places</source>
            <translation>语言、颜色、阅读、位置</translation>
        </message>
        <message>
            <source>Latest date first</source>
            <translation>日期最近的在前</translation>
        </message>
        <message>
            <source>Light colours</source>
            <translation>浅色界面</translation>
        </message>
        <message>
            <source>Light or dark, following the system</source>
            <translation>按系统设置使用浅色或深色</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>菜单</translation>
        </message>
        <message>
            <source>Move to the next pane</source>
            <translation>转到下一窗格</translation>
        </message>
        <message>
            <source>Move to the previous pane</source>
            <translation>转到上一窗格</translation>
        </message>
        <message>
            <source>New &amp;window</source>
            <translation>新建窗口(&amp;W)</translation>
        </message>
        <message>
            <source>One more window, on the same archive or another</source>
            <translation>再开一个窗口，可看同一档案库或另一个</translation>
        </message>
        <message>
            <source>Open an archive from the disk</source>
            <translation>从磁盘打开档案库</translation>
        </message>
        <message>
            <source>Open the &amp;sample archive</source>
            <translation>打开样例档案库(&amp;S)</translation>
        </message>
        <message>
            <source>Paste a list of terms and count each</source>
            <translation>粘贴一批词语，逐个统计</translation>
        </message>
        <message>
            <source>Relevance → newest → oldest</source>
            <translation>相关度 → 最新 → 最早</translation>
        </message>
        <message>
            <source>Run any action by typing its name</source>
            <translation>输入名称就能执行任何操作</translation>
        </message>
        <message>
            <source>S&amp;implified</source>
            <translation>简体(&amp;I)</translation>
        </message>
        <message>
            <source>Se&amp;ttings…</source>
            <translation>设置(&amp;T)…</translation>
        </message>
        <message>
            <source>Search a&amp;gain</source>
            <translation>重新搜索(&amp;G)</translation>
        </message>
        <message>
            <source>Search again, with what was imported meanwhile</source>
            <translation>重新搜索，包括刚刚导入的文章</translation>
        </message>
        <message>
            <source>Show or hide the article</source>
            <translation>显示或隐藏文章</translation>
        </message>
        <message>
            <source>Show or hide the results</source>
            <translation>显示或隐藏结果列表</translation>
        </message>
        <message>
            <source>Show or hide who and what the article names</source>
            <translation>显示或隐藏文章提到的人物、机构等</translation>
        </message>
        <message>
            <source>Switch Traditional &amp;variant</source>
            <translation>切换繁体字形(&amp;V)</translation>
        </message>
        <message>
            <source>The &amp;query language…</source>
            <translation>查询语法(&amp;Q)…</translation>
        </message>
        <message>
            <source>The program's own log</source>
            <translation>程序对自身运行情况的记录</translation>
        </message>
        <message>
            <source>Traditional → Taiwan → Hong Kong</source>
            <translation>繁体 → 台湾 → 香港</translation>
        </message>
        <message>
            <source>Traditional, &amp;Hong Kong</source>
            <translation>繁体，香港(&amp;H)</translation>
        </message>
        <message>
            <source>Traditional, Tai&amp;wan</source>
            <translation>繁体，台湾(&amp;W)</translation>
        </message>
        <message>
            <source>Use the full screen</source>
            <translation>占满整个屏幕</translation>
        </message>
        <message>
            <source>Version and licence</source>
            <translation>版本与许可证</translation>
        </message>
        <message>
            <source>What changed in each version</source>
            <translation>各个版本带来的变化</translation>
        </message>
        <message>
            <source>What happened to each imported file</source>
            <translation>每个导入文件的处理结果</translation>
        </message>
        <message>
            <source>What's &amp;new…</source>
            <translation>新变化(&amp;N)…</translation>
        </message>
    </context>
    <context>
        <name>ArticleView</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Search for “%1”</source>
            <translation>搜索“%1”</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>全选</translation>
        </message>
    </context>
    <context>
        <name>Batch</name>
        <message>
            <source>&amp;Count</source>
            <translation>统计(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Open a list…</source>
            <translation>打开词表(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Save the table…</source>
            <translation>导出表格(&amp;S)…</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>篇数</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Count many terms</source>
            <translation>批量检索</translation>
        </message>
        <message>
            <source>Counting</source>
            <translation>正在统计</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>统计结果</translation>
        </message>
        <message>
            <source>Counts of terms</source>
            <translation>批量检索结果</translation>
        </message>
        <message>
            <source>Enter on a line of the table searches for its term.</source>
            <translation>在表格的一行上按回车，即搜索该词。</translation>
        </message>
        <message>
            <source>First</source>
            <translation>首见</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>末见</translation>
        </message>
        <message>
            <source>Occurrences</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>One term or query in each line</source>
            <translation>每行一个词或一条查询</translation>
        </message>
        <message>
            <source>Only within the &amp;filters of the results</source>
            <translation>只在当前筛选范围内(&amp;F)</translation>
        </message>
        <message>
            <source>Open a list of terms</source>
            <translation>打开词表</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>停止(&amp;T)</translation>
        </message>
        <message>
            <source>Save the table</source>
            <translation>导出表格</translation>
        </message>
        <message>
            <source>Saved in %1</source>
            <translation>已存入 %1</translation>
        </message>
        <message>
            <source>Term</source>
            <translation>词语</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>词语</translation>
        </message>
        <message>
            <source>Text files (*.txt *.csv)</source>
            <translation>文本文件 (*.txt *.csv)</translation>
        </message>
    </context>
    <context>
        <name>Books</name>
        <message>
            <source>%1 of them without originals.</source>
            <translation>其中 %1 篇没有附原件。</translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) are in the new archive.</source>
            <translation>
                <numerusform>新档案库里有 %n 篇文章。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) were damaged and left out</source>
            <translation>
                <numerusform>%n 篇内容不合规范，没有并入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) written</source>
            <translation>
                <numerusform>已写出 %n 篇</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n collection(s)</source>
            <translation>
                <numerusform>专题 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n correction(s) of names</source>
            <translation>
                <numerusform>名称更正 %n 条</numerusform>
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
                <numerusform>笔记 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were there already</source>
            <translation>
                <numerusform>本来就有 %n 篇</numerusform>
            </translation>
        </message>
        <message>
            <source>(untitled)</source>
            <translation>（无标题）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Choose the archive to merge (a folder named … .juanzong)</source>
            <translation>选择要并入的档案库（名为“….juanzong”的文件夹）</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>目录</translation>
        </message>
        <message>
            <source>Export the collection</source>
            <translation>导出专题</translation>
        </message>
        <message>
            <source>Hand over as an archive</source>
            <translation>导出为档案库</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Making the archive…</source>
            <translation>正在制作档案库…</translation>
        </message>
        <message>
            <source>Merged.</source>
            <translation>已并入。</translation>
        </message>
        <message>
            <source>Merging the archive…</source>
            <translation>正在并入档案库…</translation>
        </message>
        <message>
            <source>Note</source>
            <comment>before a note in a printed book</comment>
            <translation>笔记</translation>
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
            <translation>已停止；此前并入的内容都保留。</translation>
        </message>
        <message>
            <source>Writing the book…</source>
            <translation>正在写出…</translation>
        </message>
        <message>
            <source>“Undo” (Ctrl+Z) takes all of it back.</source>
            <translation>“撤销”（Ctrl+Z）可以全部还原。</translation>
        </message>
    </context>
    <context>
        <name>Chip</name>
        <message>
            <source>Remove filter %1</source>
            <comment>accessible name of a chip</comment>
            <translation>移除筛选：%1</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>%1 is shown as %2 because of the word %3; elsewhere it may be %4.</source>
            <translation>“%1”因词语“%3”转换为“%2”；在别处也可能是“%4”。</translation>
        </message>
        <message>
            <source>%1 is shown as %2, the commonest; no word decides. It may also be %4.</source>
            <translation>“%1”没有词语可依，按最常见的转换为“%2”；也可能是“%4”。</translation>
        </message>
        <message>
            <source>Correct the conversion…</source>
            <translation>更正简繁转换…</translation>
        </message>
        <message>
            <source>Show %1 here and in the same words…</source>
            <translation>此处及相同词语改为“%1”…</translation>
        </message>
    </context>
    <context>
        <name>CitationDialog</name>
        <message numerus="yes">
            <source>%n reference(s) saved</source>
            <translation>
                <numerusform>已保存 %n 条著录</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>复制(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>保存(&amp;S)…</translation>
        </message>
        <message>
            <source>APA</source>
            <translation>APA</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>网址</translation>
        </message>
        <message>
            <source>As in the article</source>
            <translation>恢复为文章原有</translation>
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
            <translation>中文脚注</translation>
        </message>
        <message>
            <source>Cite</source>
            <translation>引用</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
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
            <translation>类型</translation>
        </message>
        <message>
            <source>Newspaper [N]</source>
            <translation>报纸 [N]</translation>
        </message>
        <message>
            <source>Newspaper, site or body</source>
            <translation>报刊、网站或机构</translation>
        </message>
        <message>
            <source>Online [EB/OL]</source>
            <translation>网页 [EB/OL]</translation>
        </message>
        <message>
            <source>Other [Z]</source>
            <translation>其他 [Z]</translation>
        </message>
        <message>
            <source>Page or edition</source>
            <translation>版次或页码</translation>
        </message>
        <message>
            <source>Particulars (corrections are kept)</source>
            <translation>著录项目（更正会保存）</translation>
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
            <translation>参考文献</translation>
        </message>
        <message>
            <source>Remove all corrections to these particulars</source>
            <translation>取消对这些项目的全部更正</translation>
        </message>
        <message>
            <source>Report [R]</source>
            <translation>报告 [R]</translation>
        </message>
        <message>
            <source>S&amp;tyle</source>
            <translation>格式(&amp;T)</translation>
        </message>
        <message>
            <source>Save the references</source>
            <translation>保存参考文献</translation>
        </message>
        <message>
            <source>Standard [S]</source>
            <translation>标准 [S]</translation>
        </message>
        <message>
            <source>The references were copied.</source>
            <translation>已复制参考文献。</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>题名</translation>
        </message>
        <message>
            <source>Volume (issue) or number</source>
            <translation>卷（期）或编号</translation>
        </message>
        <message>
            <source>today</source>
            <comment>the day on which a page was read</comment>
            <translation>今天</translation>
        </message>
        <message numerus="yes">
            <source>… and %n more; all of them are saved to a file.</source>
            <translation>
                <numerusform>……另有 %n 条；保存到文件时全部写出。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CollectionsPane</name>
        <message>
            <source>%1 no longer in the archive</source>
            <translation>%1 篇已不在档案库中</translation>
        </message>
        <message>
            <source>(untitled)</source>
            <translation>（无标题）</translation>
        </message>
        <message>
            <source>Articles of the collection</source>
            <translation>专题中的文章</translation>
        </message>
        <message>
            <source>Collection filled by the search on show…</source>
            <translation>由当前检索自动收录的专题…</translation>
        </message>
        <message>
            <source>Collections</source>
            <translation>专题</translation>
        </message>
        <message>
            <source>Delete the collection</source>
            <translation>删除专题</translation>
        </message>
        <message>
            <source>Describe the collection</source>
            <translation>专题说明</translation>
        </message>
        <message>
            <source>Describe…</source>
            <translation>说明…</translation>
        </message>
        <message>
            <source>Export as a book…</source>
            <translation>导出成书…</translation>
        </message>
        <message>
            <source>Hand over as an archive…</source>
            <translation>导出为档案库…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Name:</source>
            <translation>名称：</translation>
        </message>
        <message>
            <source>New collection</source>
            <translation>新建专题</translation>
        </message>
        <message>
            <source>New collection in this one…</source>
            <translation>在此专题下新建…</translation>
        </message>
        <message>
            <source>New collection…</source>
            <translation>新建专题…</translation>
        </message>
        <message>
            <source>No collections yet. Make one with +, or right click articles in the results to put them into one.</source>
            <translation>还没有专题。按 + 新建，或在检索结果中右键点击文章，把它放进专题。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Put into another collection</source>
            <translation>放进另一个专题</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Show this search</source>
            <translation>显示这个检索</translation>
        </message>
        <message>
            <source>Take out of the collection</source>
            <translation>从专题中取出</translation>
        </message>
        <message>
            <source>What it is for:</source>
            <translation>用途：</translation>
        </message>
        <message>
            <source>filled by a search</source>
            <translation>由检索自动收录</translation>
        </message>
        <message>
            <source>no longer in the archive</source>
            <translation>已不在档案库中</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Import a folder</source>
            <translation>导入文件夹</translation>
        </message>
        <message>
            <source>Open an archive (a folder named … .juanzong)</source>
            <translation>打开档案库（名为 … .juanzong 的文件夹）</translation>
        </message>
        <message>
            <source>The link has been copied.</source>
            <translation>链接已复制。</translation>
        </message>
    </context>
    <context>
        <name>Companion</name>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n 处不同</numerusform>
            </translation>
        </message>
        <message>
            <source>As printed</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>Close the text beside the article</source>
            <translation>关闭对照</translation>
        </message>
        <message>
            <source>Difference %1 of %2</source>
            <translation>第 %1 处不同，共 %2 处</translation>
        </message>
        <message>
            <source>Next difference (F2)</source>
            <translation>下一处不同（F2）</translation>
        </message>
        <message>
            <source>Original · %1</source>
            <comment>%1 is an encoding such as GB18030</comment>
            <translation>原件 · %1</translation>
        </message>
        <message>
            <source>Previous difference (Shift+F2)</source>
            <translation>上一处不同（Shift+F2）</translation>
        </message>
        <message>
            <source>Simplified</source>
            <translation>简体</translation>
        </message>
        <message>
            <source>Text beside the article</source>
            <translation>对照文本</translation>
        </message>
        <message>
            <source>The same, character for character</source>
            <translation>逐字相同</translation>
        </message>
        <message>
            <source>This article has no reprint in the archive.</source>
            <translation>档案库中没有本文的转载。</translation>
        </message>
        <message>
            <source>Traditional</source>
            <translation>繁体</translation>
        </message>
        <message>
            <source>Traditional, Hong Kong</source>
            <translation>繁体（香港）</translation>
        </message>
        <message>
            <source>Traditional, Taiwan</source>
            <translation>繁体（台湾）</translation>
        </message>
    </context>
    <context>
        <name>ConcordanceModel</name>
        <message>
            <source>After</source>
            <translation>后文</translation>
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
            <translation>关键词</translation>
        </message>
        <message>
            <source>Sort by this column</source>
            <translation>按此列排序</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
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
                <numerusform>%n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>Contexts by source</source>
            <translation>上下文按来源排序</translation>
        </message>
        <message>
            <source>Contexts by what follows</source>
            <translation>上下文按后文排序</translation>
        </message>
        <message>
            <source>Contexts by what stands before</source>
            <translation>上下文按前文排序</translation>
        </message>
        <message>
            <source>Contexts of %1</source>
            <comment>name of a file</comment>
            <translation>%1 上下文</translation>
        </message>
        <message>
            <source>Contexts, newest first</source>
            <translation>上下文从晚到早</translation>
        </message>
        <message>
            <source>Contexts, oldest first</source>
            <translation>上下文从早到晚</translation>
        </message>
        <message>
            <source>Finding every occurrence…</source>
            <translation>正在查找每一处…</translation>
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
            <translation>把全部上下文存为 .xlsx 或 .csv (Ctrl+Shift+E)</translation>
        </message>
        <message>
            <source>Save the contexts</source>
            <translation>导出上下文</translation>
        </message>
        <message>
            <source>Save the contexts…</source>
            <translation>导出上下文…</translation>
        </message>
        <message>
            <source>Search for a word to see every occurrence of it.</source>
            <translation>先搜索一个词，这里会列出它出现的每一处。</translation>
        </message>
        <message>
            <source>There are no contexts to show: the query contains no words.</source>
            <translation>这次查询里没有词语，因此没有上下文可列。</translation>
        </message>
        <message>
            <source>after</source>
            <comment>order of contexts, short</comment>
            <translation>后文</translation>
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
            <translation>从晚到早</translation>
        </message>
        <message>
            <source>oldest</source>
            <comment>order of contexts, short</comment>
            <translation>从早到晚</translation>
        </message>
        <message>
            <source>source</source>
            <comment>order of contexts, short</comment>
            <translation>来源</translation>
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
            <translation>简体</translation>
        </message>
        <message>
            <source>Traditional, Hong Kong</source>
            <translation>繁体（香港）</translation>
        </message>
        <message>
            <source>Traditional, Taiwan</source>
            <translation>繁体（台湾）</translation>
        </message>
        <message>
            <source>Traditional, all kinds</source>
            <translation>繁体（各种）</translation>
        </message>
    </context>
    <context>
        <name>CorrectionEditor</name>
        <message>
            <source>&amp;When shown in</source>
            <translation>适用于(&amp;W)</translation>
        </message>
        <message>
            <source>As &amp;printed</source>
            <translation>原文(&amp;P)</translation>
        </message>
        <message>
            <source>Correct a conversion</source>
            <translation>更正简繁转换</translation>
        </message>
        <message>
            <source>Enter enough characters for the correction to be right everywhere: 皇后 rather than 后. Your corrections take precedence over every dictionary.</source>
            <translation>请写足够多的字，使更正在各处都对：不要只写“后”，要写“皇后”。您的更正优先于所有词典。</translation>
        </message>
        <message>
            <source>Is &amp;shown as</source>
            <translation>转换为(&amp;S)</translation>
        </message>
    </context>
    <context>
        <name>CorrectionList</name>
        <message>
            <source>&amp;Add…</source>
            <translation>添加(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Change…</source>
            <translation>修改(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>删除(&amp;D)</translation>
        </message>
        <message>
            <source>As printed</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>Corrections of conversions</source>
            <translation>简繁转换更正表</translation>
        </message>
        <message>
            <source>In</source>
            <translation>适用于</translation>
        </message>
        <message>
            <source>Nothing is corrected yet. Select words in an article shown in another script and choose “Correct the conversion…” from the menu, or add a correction here.</source>
            <translation>还没有更正。在转换显示的文章中选中词语，从右键菜单选“更正简繁转换…”，或在此添加。</translation>
        </message>
        <message>
            <source>Shown as</source>
            <translation>转换为</translation>
        </message>
    </context>
    <context>
        <name>Corrections</name>
        <message>
            <source>Add as a name</source>
            <translation>添加为名称</translation>
        </message>
        <message>
            <source>Is not this but</source>
            <translation>不是这一类，而是</translation>
        </message>
        <message>
            <source>Is somebody or something else in some articles…</source>
            <translation>在部分文章中另有所指…</translation>
        </message>
        <message>
            <source>Is the same as…</source>
            <translation>与另一名称相同…</translation>
        </message>
        <message>
            <source>Not a name at all</source>
            <translation>不是名称</translation>
        </message>
        <message>
            <source>Not a person</source>
            <translation>不是人名</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>“%1” and “%2” are two</source>
            <translation>“%1”与“%2”不是同一人</translation>
        </message>
        <message>
            <source>“%1” is no longer a name</source>
            <translation>“%1”不再算作名称</translation>
        </message>
        <message>
            <source>“%1” is now: %2</source>
            <comment>%2 is a type such as Organisation</comment>
            <translation>“%1”改为：%2</translation>
        </message>
        <message>
            <source>“%1” is one person</source>
            <translation>“%1”就是一人</translation>
        </message>
        <message>
            <source>“%1” merged into “%2”</source>
            <translation>“%1”已并入“%2”</translation>
        </message>
        <message>
            <source>“%1” renamed to “%2”</source>
            <translation>“%1”已改名为“%2”</translation>
        </message>
        <message>
            <source>“%2” added as: %1</source>
            <comment>%1 is a type such as Organisation</comment>
            <translation>已添加“%2”：%1</translation>
        </message>
        <message>
            <source>“%2” split off from “%1”</source>
            <translation>“%2”已从“%1”中分出</translation>
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
            <translation>导出更正</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Import corrections</source>
            <translation>导入更正</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Nothing was corrected yet. Right click a name in the list of names or in an article to rename it, merge it with another or say that it is none.</source>
            <translation>还没有更正。在名称列表或文章中右键点击一个名称，可以重命名、与另一名称合并，或标明它不是名称。</translation>
        </message>
        <message>
            <source>Redo the last undone</source>
            <translation>恢复最近撤销的更正</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Undo this one</source>
            <translation>撤销这一条</translation>
        </message>
        <message>
            <source>What</source>
            <translation>更正内容</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
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
            <translation>已撤销</translation>
        </message>
    </context>
    <context>
        <name>Corrector</name>
        <message numerus="yes">
            <source>%n correction(s) exported</source>
            <translation>
                <numerusform>已写出 %n 条更正</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n correction(s) imported</source>
            <translation>
                <numerusform>已采用 %n 条更正</numerusform>
            </translation>
        </message>
        <message>
            <source>Correcting…</source>
            <translation>正在更正…</translation>
        </message>
        <message>
            <source>There is no correction to undo or put back.</source>
            <translation>没有可以撤销或恢复的更正。</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <translation>已撤销：%1</translation>
        </message>
    </context>
    <context>
        <name>CrashReport</name>
        <message>
            <source>Copy details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>The program ended unexpectedly the last time. What had been saved is all there. If this happens again, please copy the details for whoever maintains the program.</source>
            <translation>程序上次意外关闭。已经保存的内容都在。如果再次发生，请复制详情，交给维护人员。</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message numerus="yes">
            <source>%n article(s) put into the collection</source>
            <translation>
                <numerusform>已将 %n 篇放进专题</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) taken out of the collection</source>
            <translation>
                <numerusform>已从专题取出 %n 篇</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) changed</source>
            <translation>
                <numerusform>已修改 %n 条笔记</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) deleted</source>
            <translation>
                <numerusform>已删除 %n 条笔记</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) made</source>
            <translation>
                <numerusform>已添加 %n 条笔记</numerusform>
            </translation>
        </message>
        <message>
            <source>Add a star</source>
            <translation>加星标</translation>
        </message>
        <message>
            <source>Add to the reading list</source>
            <translation>列入待读</translation>
        </message>
        <message numerus="yes">
            <source>Archive merged, %n new article(s)</source>
            <translation>
                <numerusform>已并入档案库，新增 %n 篇</numerusform>
            </translation>
        </message>
        <message>
            <source>Check these words as a quotation</source>
            <translation>把这段话作为引文核对</translation>
        </message>
        <message>
            <source>Cite…</source>
            <translation>引用…</translation>
        </message>
        <message>
            <source>Collection changed</source>
            <translation>专题已修改</translation>
        </message>
        <message>
            <source>Collection deleted; its articles stay in the archive</source>
            <translation>专题已删除；文章仍在档案库中</translation>
        </message>
        <message>
            <source>Collection made</source>
            <translation>专题已建立</translation>
        </message>
        <message>
            <source>Hand over as an archive…</source>
            <translation>导出为档案库…</translation>
        </message>
        <message>
            <source>Highlight</source>
            <translation>划线</translation>
        </message>
        <message>
            <source>Order changed</source>
            <translation>次序已调整</translation>
        </message>
        <message>
            <source>Particulars corrected</source>
            <translation>著录项目已更正</translation>
        </message>
        <message>
            <source>Put into a collection</source>
            <translation>放进专题</translation>
        </message>
        <message>
            <source>Select words in the article first.</source>
            <translation>请先在文章中选取文字。</translation>
        </message>
        <message>
            <source>This note</source>
            <translation>这条笔记</translation>
        </message>
    </context>
    <context>
        <name>DeskActions</name>
        <message>
            <source>&amp;Export notes…</source>
            <translation>导出笔记(&amp;E)…</translation>
        </message>
        <message>
            <source>&amp;Highlight</source>
            <translation>划线(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Merge an archive…</source>
            <translation>并入档案库(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Note…</source>
            <translation>笔记(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Put into a collection…</source>
            <translation>放进专题(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Reading list</source>
            <translation>待读(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Star</source>
            <translation>星标(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>A smaller archive with the selected results, or all of them</source>
            <translation>用选中的结果（或全部结果）另做一个较小的档案库</translation>
        </message>
        <message>
            <source>Add a star to the article, or remove it</source>
            <translation>给文章加上或去掉星标</translation>
        </message>
        <message>
            <source>C&amp;ite…</source>
            <translation>引用(&amp;I)…</translation>
        </message>
        <message>
            <source>Check &amp;quotations…</source>
            <translation>核对引文(&amp;Q)…</translation>
        </message>
        <message>
            <source>Check whether a passage occurs in the archive word for word, and where</source>
            <translation>查看一段话在档案库里是否原样出现、出自哪里</translation>
        </message>
        <message>
            <source>Cite a&amp;ll results…</source>
            <translation>引用全部结果(&amp;L)…</translation>
        </message>
        <message>
            <source>Collections in the right pane</source>
            <translation>在右侧显示专题</translation>
        </message>
        <message>
            <source>Hand over the results as an &amp;archive…</source>
            <translation>将结果导出为档案库(&amp;A)…</translation>
        </message>
        <message>
            <source>Highlight the selected words</source>
            <translation>给选中的文字划线</translation>
        </message>
        <message>
            <source>Merge a colleague's archive; nothing here is overwritten</source>
            <translation>并入同事的档案库；这里的内容都不会被改写</translation>
        </message>
        <message>
            <source>Notes in the right pane: browse, search, filter</source>
            <translation>在右侧显示笔记：浏览、检索、筛选</translation>
        </message>
        <message>
            <source>Put the article on the reading list; on it, say that it was read</source>
            <translation>把文章列入待读；已在其中的标为已读</translation>
        </message>
        <message>
            <source>Put the selected results, or the article, into a collection</source>
            <translation>把选中的结果或当前文章放进专题</translation>
        </message>
        <message>
            <source>Re&amp;do</source>
            <translation>重做(&amp;D)</translation>
        </message>
        <message>
            <source>Redo what was undone</source>
            <translation>重做刚才撤销的操作</translation>
        </message>
        <message>
            <source>References for everything that was found</source>
            <translation>全部检索结果的参考文献</translation>
        </message>
        <message>
            <source>References for the article or the selected results</source>
            <translation>当前文章或选中结果的参考文献</translation>
        </message>
        <message>
            <source>Show &amp;collections</source>
            <translation>显示专题(&amp;C)</translation>
        </message>
        <message>
            <source>Show n&amp;otes</source>
            <translation>显示笔记(&amp;O)</translation>
        </message>
        <message>
            <source>Take back the last change</source>
            <translation>撤销上一步修改</translation>
        </message>
        <message>
            <source>The listed notes as Markdown, Word or CSV</source>
            <translation>把列出的笔记存为 Markdown、Word 或 CSV</translation>
        </message>
        <message>
            <source>Write a note on the selected words, or on the article</source>
            <translation>给选中的文字或整篇文章写笔记</translation>
        </message>
    </context>
    <context>
        <name>DidYouMean</name>
        <message>
            <source>Also printed as:</source>
            <translation>另有写法：</translation>
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
            <translation>一并搜索：%1</translation>
        </message>
        <message>
            <source>“%2” instead of “%1”</source>
            <translation>“%1”改为“%2”</translation>
        </message>
    </context>
    <context>
        <name>DropHint</name>
        <message>
            <source>Drop to import into “%1”</source>
            <translation>松开即可导入“%1”</translation>
        </message>
        <message>
            <source>“%1” is read-only: nothing can be imported.</source>
            <translation>“%1”是只读的，不能导入。</translation>
        </message>
    </context>
    <context>
        <name>DropPlace</name>
        <message>
            <source>Or drop a folder or files here to create an archive from them.</source>
            <translation>也可以把文件夹或文件拖到这里，自动建立档案库。</translation>
        </message>
    </context>
    <context>
        <name>EdgeTable</name>
        <message>
            <source>Appears with</source>
            <translation>同时出现</translation>
        </message>
        <message>
            <source>Articles that name both</source>
            <translation>共同出现的文章</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Pairs of names and the number of articles naming both</source>
            <translation>成对的名称，以及两者共同出现的文章数</translation>
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
            <translation>机构</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>职务</translation>
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
            <translation>在结果列表中显示全部 %1</translation>
        </message>
        <message>
            <source>Appears with</source>
            <translation>同时出现的人物</translation>
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
            <translation>历任人员</translation>
        </message>
        <message>
            <source>It is one person</source>
            <translation>就是一人</translation>
        </message>
        <message>
            <source>Merge both</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation>机构</translation>
        </message>
        <message>
            <source>Over the years</source>
            <translation>历届</translation>
        </message>
        <message>
            <source>People and their posts here</source>
            <translation>人物及其职务</translation>
        </message>
        <message>
            <source>Perhaps the same as %1</source>
            <translation>可能与 %1 是同一人</translation>
        </message>
        <message>
            <source>Perhaps two people of this name</source>
            <translation>可能是两位同名人物</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Posts named with it</source>
            <translation>同时出现的职务</translation>
        </message>
        <message>
            <source>Printed as</source>
            <translation>文中写法</translation>
        </message>
        <message>
            <source>References to meetings, and their reports</source>
            <translation>相互提及的会议与当时的报道</translation>
        </message>
        <message>
            <source>Said</source>
            <translation>言论</translation>
        </message>
        <message>
            <source>Show all %1</source>
            <translation>显示全部 %1 项</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>签署者</translation>
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
            <translation>有待核实</translation>
        </message>
        <message>
            <source>a surname alone with the same post at the same time</source>
            <translation>仅有姓氏，同一时期任同一职务</translation>
        </message>
        <message>
            <source>by your correction</source>
            <translation>按您的更正</translation>
        </message>
        <message>
            <source>clear from the article</source>
            <translation>依文章认定</translation>
        </message>
        <message>
            <source>counted over the newest %1 of %2 articles</source>
            <translation>按 %2 篇中最新的 %1 篇统计</translation>
        </message>
        <message>
            <source>looked for in the newest %1 of %2 articles</source>
            <translation>取自 %2 篇中最新的 %1 篇</translation>
        </message>
        <message>
            <source>nearly the same name with the same post</source>
            <translation>名字相近，职务相同</translation>
        </message>
        <message>
            <source>short and full forms</source>
            <translation>全称与简称</translation>
        </message>
        <message>
            <source>the %1 stated most often</source>
            <translation>最常见的 %1 项</translation>
        </message>
        <message>
            <source>the same name</source>
            <translation>同一名称</translation>
        </message>
        <message>
            <source>the same post at the same time</source>
            <translation>同一时期任同一职务</translation>
        </message>
        <message>
            <source>top posts of different places in the same months</source>
            <translation>同一时期在不同地方任主要领导</translation>
        </message>
        <message>
            <source>“%1”</source>
            <comment>quotation marks</comment>
            <translation>“%1”</translation>
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
            <translation>各时期文章数</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>关系图</translation>
        </message>
        <message>
            <source>Results that name it</source>
            <translation>查看提到它的文章</translation>
        </message>
        <message>
            <source>a click shows those articles</source>
            <translation>点击显示这些文章</translation>
        </message>
        <message>
            <source>seen %1</source>
            <comment>%1 is a span of dates</comment>
            <translation>见于 %1</translation>
        </message>
    </context>
    <context>
        <name>EntityPages</name>
        <message>
            <source>Back (Alt+Left)</source>
            <translation>后退 (Alt+Left)</translation>
        </message>
        <message>
            <source>Back to the article (Esc)</source>
            <translation>回到文章 (Esc)</translation>
        </message>
        <message>
            <source>Choose a name first, in the article or in the list of names.</source>
            <translation>请先在文章或名称列表中选择一个名称。</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Corrections…</source>
            <translation>更正记录…</translation>
        </message>
        <message>
            <source>Forward (Alt+Right)</source>
            <translation>前进 (Alt+Right)</translation>
        </message>
        <message>
            <source>Network of the chosen name</source>
            <translation>所选名称的关系图</translation>
        </message>
        <message>
            <source>Network of the results</source>
            <translation>全部结果的关系图</translation>
        </message>
        <message>
            <source>Page of the chosen name</source>
            <translation>所选名称的专页</translation>
        </message>
        <message>
            <source>Put back what was undone</source>
            <translation>恢复撤销的更正</translation>
        </message>
        <message>
            <source>This name is no longer in the archive.</source>
            <translation>档案库中已没有这个名称。</translation>
        </message>
        <message>
            <source>Undo the last correction</source>
            <translation>撤销上一次更正</translation>
        </message>
    </context>
    <context>
        <name>EntitySidebar</name>
        <message>
            <source>All results</source>
            <translation>全部结果</translation>
        </message>
        <message>
            <source>Choose an article: the people, organisations and places it names are listed here.</source>
            <translation>选择一篇文章，这里会列出它提到的人物、机构和地点。</translation>
        </message>
        <message>
            <source>Copy the name</source>
            <translation>复制名称</translation>
        </message>
        <message>
            <source>Next mention</source>
            <translation>下一处提及</translation>
        </message>
        <message>
            <source>No people, organisations or places were recognised in these results.</source>
            <translation>这些结果里没有识别出人物、机构或地点。</translation>
        </message>
        <message>
            <source>No people, organisations or places were recognised in this article.</source>
            <translation>这篇文章里没有识别出人物、机构或地点。</translation>
        </message>
        <message>
            <source>Only results that do not name it</source>
            <translation>只看没提到它的结果</translation>
        </message>
        <message>
            <source>Only results that name it</source>
            <translation>只看提到它的结果</translation>
        </message>
        <message>
            <source>Open its page</source>
            <translation>打开专页</translation>
        </message>
        <message>
            <source>Previous mention</source>
            <translation>上一处提及</translation>
        </message>
        <message>
            <source>Search for it</source>
            <translation>搜索它</translation>
        </message>
        <message>
            <source>This article</source>
            <translation>本篇</translation>
        </message>
        <message>
            <source>This article or all results</source>
            <translation>本篇或全部结果</translation>
        </message>
        <message>
            <source>Who and what it appears with</source>
            <translation>关系图</translation>
        </message>
        <message numerus="yes">
            <source>in %n article(s)</source>
            <comment>of the archive</comment>
            <translation>
                <numerusform>见于 %n 篇文章</numerusform>
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
            <translation>机构</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
    </context>
    <context>
        <name>EntityView</name>
        <message>
            <source>People, organisations, places and more</source>
            <translation>人物、机构、地点等</translation>
        </message>
    </context>
    <context>
        <name>ErrorBox</name>
        <message>
            <source>Copy details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Hide details</source>
            <translation>隐藏详情</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Show details</source>
            <translation>显示详情</translation>
        </message>
    </context>
    <context>
        <name>FilterPanel</name>
        <message>
            <source>Click: only these · − : without these</source>
            <translation>单击：只看这些 · −：排除这些</translation>
        </message>
        <message>
            <source>Narrow the list</source>
            <translation>在列表中查找</translation>
        </message>
        <message>
            <source>No values in the results</source>
            <translation>结果中没有可选的值</translation>
        </message>
        <message>
            <source>Values with counts</source>
            <translation>各值及篇数</translation>
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
            <translation>机构</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
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
            <translation>第 %1 / %2 处</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭 (Esc)</translation>
        </message>
        <message>
            <source>Find in article</source>
            <translation>在文章中查找</translation>
        </message>
        <message>
            <source>Find in this article, in either script</source>
            <translation>在本篇中查找，简繁通用</translation>
        </message>
        <message>
            <source>Next match (Enter)</source>
            <translation>下一处 (Enter)</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Previous match (Shift+Enter)</source>
            <translation>上一处 (Shift+Enter)</translation>
        </message>
        <message>
            <source>Regular expression</source>
            <translation>正则表达式</translation>
        </message>
        <message>
            <source>Regular expression, such as 第.{1,4}条 (Alt+R)</source>
            <translation>正则表达式，例如 第.{1,4}条（Alt+R）</translation>
        </message>
        <message>
            <source>The pattern is not complete</source>
            <translation>表达式还不完整</translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message>
            <source>%1 (date of the file)</source>
            <translation>%1（文件日期）</translation>
        </message>
        <message>
            <source>%1 (inferred)</source>
            <translation>%1（推断）</translation>
        </message>
        <message>
            <source>%1 articles</source>
            <translation>%1 篇</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分钟</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
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
            <translation>在帮助中查找</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>No help page mentions this.</source>
            <translation>帮助里没有提到这个。</translation>
        </message>
        <message>
            <source>Topics</source>
            <translation>主题</translation>
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
            <translation>方向键选择，Shift 扩展，回车筛选，Esc 清除。</translation>
        </message>
        <message>
            <source>Hits over time</source>
            <comment>accessible name of the histogram</comment>
            <translation>结果的时间分布</translation>
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
            <translation>监看这些文件夹：以后放进来的文件自动导入(&amp;W)</translation>
        </message>
        <message>
            <source>Add &amp;files…</source>
            <translation>添加文件(&amp;F)…</translation>
        </message>
        <message>
            <source>Add f&amp;older…</source>
            <translation>添加文件夹(&amp;O)…</translation>
        </message>
        <message>
            <source>Also read files that have &amp;not changed since the last import</source>
            <translation>上次导入后没有变化的文件也重新读取(&amp;N)</translation>
        </message>
        <message>
            <source>Choose files or a folder, or drop them here.</source>
            <translation>选择文件或文件夹，或拖到这里。</translation>
        </message>
        <message>
            <source>Files to import</source>
            <translation>要导入的文件</translation>
        </message>
        <message>
            <source>Folder to import</source>
            <translation>要导入的文件夹</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Reads text, web pages, Word, WPS, RTF, ODT, PDF, OFD, EPUB, mail, tables, JSON, crawl dumps and zip or 7z archives of these, in any Chinese encoding; folders with everything inside them. Files stay where they are: the archive keeps a copy.</source>
            <translation>可以读取文本、网页、Word、WPS、RTF、ODT、PDF、OFD、EPUB、邮件、表格、JSON、网页抓取包，以及装有这些文件的 zip、7z 压缩包，中文编码不限；文件夹连同其中所有内容一起读取。原文件不动，档案库保存一份副本。</translation>
        </message>
        <message>
            <source>What will be imported</source>
            <translation>将要导入的内容</translation>
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
            <translation>篇数</translation>
        </message>
        <message>
            <source>Certainty</source>
            <comment>of the encoding, in per cent</comment>
            <translation>把握</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>字数</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期来源</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>已导入</translation>
        </message>
        <message>
            <source>No longer there</source>
            <translation>来源已不在</translation>
        </message>
        <message>
            <source>Not readable</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Repairs</source>
            <translation>修复</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>没有变化</translation>
        </message>
        <message>
            <source>file</source>
            <translation>文件日期</translation>
        </message>
        <message>
            <source>inferred</source>
            <translation>推断</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>page data</source>
            <translation>网页信息</translation>
        </message>
        <message>
            <source>printed</source>
            <translation>原文印有</translation>
        </message>
        <message>
            <source>record</source>
            <translation>数据记录</translation>
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
            <translation>%1 个文件</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>还需 %1</translation>
        </message>
        <message>
            <source>%1 not readable</source>
            <translation>%1 个无法读取</translation>
        </message>
        <message>
            <source>%1 of %2 files</source>
            <translation>%1 / %2 个文件</translation>
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
                <numerusform>导入了 %n 篇文章</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more import(s) waiting</source>
            <translation>
                <numerusform>还有 %n 项导入等候</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not readable</source>
            <comment>files</comment>
            <translation>
                <numerusform>%n 个文件无法读取</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unchanged</source>
            <comment>files</comment>
            <translation>
                <numerusform>%n 个文件没有变化</numerusform>
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
            <translation>关闭</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Importing…</source>
            <translation>正在导入…</translation>
        </message>
        <message>
            <source>Looking for files…</source>
            <translation>正在查找文件…</translation>
        </message>
        <message>
            <source>Making the articles searchable…</source>
            <translation>正在建立索引…</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>Reading articles…</source>
            <translation>正在读取文章…</translation>
        </message>
        <message>
            <source>Recognising names…</source>
            <translation>正在识别名称…</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Stop; what was read is kept</source>
            <translation>停止；已读取的内容会保留</translation>
        </message>
        <message>
            <source>Stopped: %1</source>
            <translation>已停止：%1</translation>
        </message>
        <message>
            <source>The import stopped.</source>
            <translation>导入已中止。</translation>
        </message>
        <message>
            <source>What happened to each file (Ctrl+R)</source>
            <translation>每个文件的处理结果 (Ctrl+R)</translation>
        </message>
    </context>
    <context>
        <name>KeyboardList</name>
        <message>
            <source>Actions and their keys</source>
            <translation>操作与按键</translation>
        </message>
        <message>
            <source>Find an action or a key</source>
            <translation>查找操作或按键</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>键盘快捷键</translation>
        </message>
    </context>
    <context>
        <name>LogWindow</name>
        <message>
            <source>Copy all</source>
            <translation>全部复制</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>运行记录</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>The log is still empty.</source>
            <translation>还没有任何记录。</translation>
        </message>
        <message>
            <source>The program's log, newest entries last. It contains no article text.</source>
            <translation>程序对自身运行情况的记录，最新的在最后。里面没有文章内容。</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Articles are still being imported.</source>
            <translation>还在导入文章。</translation>
        </message>
        <message>
            <source>Continue importing</source>
            <translation>继续导入</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>停止并关闭</translation>
        </message>
        <message>
            <source>What was read so far is kept; the rest can be imported later.</source>
            <translation>已读取的内容会保留，其余的以后可以再导入。</translation>
        </message>
    </context>
    <context>
        <name>Measure</name>
        <message>
            <source>Articles</source>
            <translation>篇数</translation>
        </message>
        <message>
            <source>Articles in 1,000 articles</source>
            <translation>每千篇中的篇数</translation>
        </message>
        <message>
            <source>Occurrences</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Occurrences in 1,000,000 characters</source>
            <translation>每百万字中的次数</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;Archive</source>
            <translation>档案库(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Desk</source>
            <comment>menu of notes, collections, citations</comment>
            <translation>案头(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Names</source>
            <comment>menu of the people, places, documents pane</comment>
            <translation>人物与机构(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Order</source>
            <translation>排序(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Recent archives</source>
            <translation>最近的档案库(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Search</source>
            <translation>搜索(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>A&amp;rticle</source>
            <comment>menu</comment>
            <translation>文章(&amp;R)</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>档案库</translation>
        </message>
        <message>
            <source>C&amp;olours</source>
            <translation>颜色(&amp;O)</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>菜单</translation>
        </message>
        <message>
            <source>S&amp;cript</source>
            <translation>简繁(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message>
            <source>All its mentions become mentions of the name you choose, which stays as it is.</source>
            <translation>它的所有提及都归入您选择的名称，后者名称不变。</translation>
        </message>
        <message>
            <source>Characters, pinyin or initials</source>
            <translation>汉字、拼音或首字母</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Names in the archive</source>
            <translation>档案库中的名称</translation>
        </message>
        <message>
            <source>No other name was found.</source>
            <translation>没有找到其他名称。</translation>
        </message>
        <message>
            <source>Whom or what is meant</source>
            <translation>指的是谁或什么</translation>
        </message>
        <message>
            <source>“%1” is the same as …</source>
            <translation>“%1”与……相同</translation>
        </message>
    </context>
    <context>
        <name>Meta</name>
        <message>
            <source>%1 (date of the file)</source>
            <comment>date</comment>
            <translation>%1（文件日期）</translation>
        </message>
        <message>
            <source>%1 (inferred)</source>
            <comment>date</comment>
            <translation>%1（推断）</translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) repaired</source>
            <comment>under the title</comment>
            <translation>
                <numerusform>修复 %n 处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reprint(s)</source>
            <comment>under the title</comment>
            <translation>
                <numerusform>转载 %n</numerusform>
            </translation>
        </message>
        <message>
            <source>an older version</source>
            <comment>under the title</comment>
            <translation>旧版本</translation>
        </message>
        <message>
            <source>as it came</source>
            <comment>link to the original text</comment>
            <translation>原件</translation>
        </message>
        <message>
            <source>its file is gone since %1</source>
            <comment>under the title; %1 is a date</comment>
            <translation>原文件已不在（%1 起）</translation>
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
                <numerusform>为 %n 篇文章中的另一方取一个可以区分的名称，例如加上地名。</numerusform>
            </translation>
        </message>
        <message>
            <source>New name</source>
            <translation>新名称</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Rename “%1”</source>
            <translation>重命名“%1”</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>分出</translation>
        </message>
        <message>
            <source>The name is changed in all articles. With the name of another entry, both become one.</source>
            <translation>所有文章中的名称都会更改。如果输入另一条目的名称，两者合为一条。</translation>
        </message>
        <message>
            <source>“%1” is another in some articles</source>
            <translation>“%1”在部分文章中另有所指</translation>
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
            <translation>稍后</translation>
        </message>
        <message>
            <source>Recognise again</source>
            <translation>重新识别</translation>
        </message>
        <message>
            <source>The names in this archive were recognised by an earlier version. Recognising them again makes people, posts and organisations more complete; your corrections stay.</source>
            <translation>这个档案库里的名称由较早的版本识别。重新识别后，人物、职务和机构会更完整；您的更正保持不变。</translation>
        </message>
    </context>
    <context>
        <name>NetworkPane</name>
        <message>
            <source>%1 names</source>
            <translation>%1 个名称</translation>
        </message>
        <message>
            <source>%1 names, %2 links, from %3</source>
            <translation>%1 个名称，%2 条联系，取自 %3</translation>
        </message>
        <message>
            <source>As a table</source>
            <translation>以表格显示</translation>
        </message>
        <message>
            <source>Drawing</source>
            <translation>矢量图</translation>
        </message>
        <message>
            <source>How many names</source>
            <translation>名称数量</translation>
        </message>
        <message>
            <source>Larger (+)</source>
            <translation>放大 (+)</translation>
        </message>
        <message>
            <source>Limit the network to some years</source>
            <translation>只看某些年份的关系</translation>
        </message>
        <message>
            <source>Network of names</source>
            <translation>名称关系图</translation>
        </message>
        <message>
            <source>Network: %1</source>
            <translation>关系图：%1</translation>
        </message>
        <message>
            <source>No names of these types appear together here. Choose other types or years.</source>
            <translation>这里没有这些类别的名称同时出现。请选择其他类别或年份。</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Save the network</source>
            <translation>保存关系图</translation>
        </message>
        <message>
            <source>Save the picture…</source>
            <translation>保存图片…</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>已保存为 %1</translation>
        </message>
        <message>
            <source>Show: %1</source>
            <comment>a type of names</comment>
            <translation>显示：%1</translation>
        </message>
        <message>
            <source>Smaller (-)</source>
            <translation>缩小 (-)</translation>
        </message>
        <message>
            <source>The whole picture (0)</source>
            <translation>显示全图 (0)</translation>
        </message>
        <message>
            <source>all results</source>
            <translation>全部结果</translation>
        </message>
        <message>
            <source>network</source>
            <translation>关系图</translation>
        </message>
        <message>
            <source>the %1 most frequent of %2 names</source>
            <translation>%2 个名称中最常见的 %1 个</translation>
        </message>
    </context>
    <context>
        <name>NetworkPicture</name>
        <message numerus="yes">
            <source>linked with %n other(s)</source>
            <translation>
                <numerusform>与 %n 个名称有联系</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewArchive</name>
        <message numerus="yes">
            <source>%n file(s) and folder(s) will be imported.</source>
            <translation>
                <numerusform>将导入 %n 个文件和文件夹。</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Place</source>
            <translation>位置(&amp;P)</translation>
        </message>
        <message>
            <source>A name cannot contain &lt; &gt; : " / \ | ? * or end with a dot.</source>
            <translation>名称不能包含 &lt; &gt; : " / \ | ? *，也不能以句点结尾。</translation>
        </message>
        <message>
            <source>Choose where to keep the archive.</source>
            <translation>请选择档案库放在哪里。</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Create and import</source>
            <translation>新建并导入</translation>
        </message>
        <message>
            <source>Create archive</source>
            <translation>新建档案库</translation>
        </message>
        <message>
            <source>Everything in “%1” will be imported.</source>
            <translation>将导入“%1”中的全部内容。</translation>
        </message>
        <message>
            <source>My archive</source>
            <comment>name proposed for a new archive</comment>
            <translation>我的档案库</translation>
        </message>
        <message>
            <source>New archive</source>
            <translation>新建档案库</translation>
        </message>
        <message>
            <source>Place of the archive</source>
            <translation>档案库的位置</translation>
        </message>
        <message>
            <source>The archive needs a name.</source>
            <translation>请给档案库起个名称。</translation>
        </message>
        <message>
            <source>There is something with this name already. Choose another one.</source>
            <translation>这个名称已被占用，请换一个。</translation>
        </message>
    </context>
    <context>
        <name>NoteEditor</name>
        <message>
            <source>Delete this note (can be undone)</source>
            <translation>删除这条笔记（可以撤销）</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>批注</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Tags, separated by spaces</source>
            <translation>标签，用空格分开</translation>
        </message>
    </context>
    <context>
        <name>NoteMargin</name>
        <message>
            <source>Notes beside the text</source>
            <translation>正文旁的批注</translation>
        </message>
    </context>
    <context>
        <name>NoteMenus</name>
        <message>
            <source>All notes</source>
            <translation>全部笔记</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Edit the note</source>
            <translation>编辑笔记</translation>
        </message>
        <message>
            <source>Export these notes…</source>
            <translation>导出这些笔记…</translation>
        </message>
        <message>
            <source>Highlights</source>
            <translation>划线</translation>
        </message>
        <message>
            <source>New name (empty: remove the tag):</source>
            <translation>新名称（留空则去掉这个标签）：</translation>
        </message>
        <message>
            <source>Notes on articles</source>
            <translation>整篇笔记</translation>
        </message>
        <message>
            <source>Notes whose text has changed</source>
            <translation>找不到原文的笔记</translation>
        </message>
        <message>
            <source>Open at its place</source>
            <translation>在原文处打开</translation>
        </message>
        <message>
            <source>Put this note onto the selected words</source>
            <translation>把这条笔记移到选中的文字上</translation>
        </message>
        <message>
            <source>Reading list</source>
            <translation>待读</translation>
        </message>
        <message>
            <source>Rename a tag</source>
            <translation>标签改名</translation>
        </message>
        <message>
            <source>Rename a tag…</source>
            <translation>标签改名…</translation>
        </message>
        <message>
            <source>Stars</source>
            <translation>星标</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Tag:</source>
            <translation>标签：</translation>
        </message>
    </context>
    <context>
        <name>Notes</name>
        <message>
            <source>Blue</source>
            <translation>蓝</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>绿</translation>
        </message>
        <message>
            <source>Highlight</source>
            <translation>划线</translation>
        </message>
        <message>
            <source>Note on the article</source>
            <translation>整篇笔记</translation>
        </message>
        <message>
            <source>Pink</source>
            <translation>粉</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>已读</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>星标</translation>
        </message>
        <message>
            <source>To read</source>
            <translation>待读</translation>
        </message>
        <message>
            <source>Violet</source>
            <translation>紫</translation>
        </message>
        <message>
            <source>Yellow</source>
            <translation>黄</translation>
        </message>
        <message>
            <source>the article is no longer in the archive</source>
            <translation>文章已不在档案库中</translation>
        </message>
        <message>
            <source>the words were changed</source>
            <translation>文字有改动</translation>
        </message>
        <message>
            <source>these words are no longer in the article</source>
            <translation>文章里已没有这段文字</translation>
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
                <numerusform>已写出 %n 条笔记</numerusform>
            </translation>
        </message>
        <message>
            <source>All notes</source>
            <comment>tab</comment>
            <translation>全部笔记</translation>
        </message>
        <message>
            <source>Export notes</source>
            <translation>导出笔记</translation>
        </message>
        <message>
            <source>Filter notes</source>
            <translation>筛选笔记</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>No note matches.</source>
            <translation>没有符合条件的笔记。</translation>
        </message>
        <message>
            <source>No notes on this article yet. Select words and press %1 to highlight them, %2 to add a note.</source>
            <translation>这篇文章还没有笔记。选取文字后按 %1 划线，按 %2 写笔记。</translation>
        </message>
        <message>
            <source>No notes yet. Open an article, select words and right click them to choose a colour.</source>
            <translation>还没有笔记。打开文章，选取文字，按右键选择颜色。</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>笔记</translation>
        </message>
        <message>
            <source>Search notes</source>
            <translation>检索笔记</translation>
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
            <translation>历史</translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation>机构</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>职务</translation>
        </message>
    </context>
    <context>
        <name>OutlineDrawer</name>
        <message>
            <source>Narrow the outline</source>
            <translation>筛选目录</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>目录</translation>
        </message>
    </context>
    <context>
        <name>Output</name>
        <message numerus="yes">
            <source>%n character(s) copied.</source>
            <translation>
                <numerusform>已复制 %n 个字。</numerusform>
            </translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>另存为 PDF</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>Sent to the printer.</source>
            <translation>已送往打印机。</translation>
        </message>
        <message>
            <source>This computer has no printer. Save the article as a PDF.</source>
            <translation>这台电脑没有打印机，请把文章另存为 PDF。</translation>
        </message>
    </context>
    <context>
        <name>Outside</name>
        <message>
            <source>Only documents are opened from an archive, not this: %1</source>
            <translation>从档案库里只打开文档，不打开这个文件：%1</translation>
        </message>
        <message>
            <source>The file is not there any more: %1</source>
            <translation>文件已经不在原处：%1</translation>
        </message>
        <message>
            <source>The folder is not there any more: %1</source>
            <translation>文件夹已经不在原处：%1</translation>
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
            <translation>查找操作</translation>
        </message>
        <message>
            <source>There is no action of that name.</source>
            <translation>没有这个名称的操作。</translation>
        </message>
        <message>
            <source>What do you want to do? Words, pinyin or initials</source>
            <translation>想做什么？可输入文字、拼音或首字母</translation>
        </message>
    </context>
    <context>
        <name>PaneCommands</name>
        <message>
            <source>Articles most like the one that is open (Ctrl+Shift+J)</source>
            <translation>与打开的这篇最相似的文章（Ctrl+Shift+J）</translation>
        </message>
        <message>
            <source>Filter the results…</source>
            <translation>筛选结果…</translation>
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
            <translation>相关词</translation>
        </message>
        <message>
            <source>Remove all filters</source>
            <translation>移除全部筛选</translation>
        </message>
        <message>
            <source>Reprints in one line</source>
            <translation>合并转载</translation>
        </message>
        <message>
            <source>Show a text and its reprints as one line (Ctrl+Shift+D)</source>
            <translation>同一篇文章的转载合并为一条 (Ctrl+Shift+D)</translation>
        </message>
        <message>
            <source>Similar articles</source>
            <translation>相似文章</translation>
        </message>
        <message>
            <source>Words more frequent in these results than elsewhere (Ctrl+Shift+R)</source>
            <translation>结果中比别处常见得多的词（Ctrl+Shift+R）</translation>
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
                <numerusform>%1 · %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n line(s) without reprints</source>
            <comment>%1 is the number of articles</comment>
            <translation>
                <numerusform>%1，合并转载后 %n 条</numerusform>
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
                <numerusform>还有 %n 篇尚未索引，结果不完整。</numerusform>
            </translation>
        </message>
        <message>
            <source>Filter the results (Ctrl+6)</source>
            <translation>筛选结果 (Ctrl+6)</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Saved searches</source>
            <translation>已存搜索</translation>
        </message>
        <message>
            <source>Saved searches; the number counts new hits</source>
            <translation>已存搜索；数字是新增结果</translation>
        </message>
    </context>
    <context>
        <name>Properties</name>
        <message>
            <source>%1 (mended)</source>
            <translation>%1（已修复）</translation>
        </message>
        <message>
            <source>&amp;Check</source>
            <translation>检查(&amp;C)</translation>
        </message>
        <message>
            <source>Appointments</source>
            <translation>任职记录</translation>
        </message>
        <message>
            <source>Archive properties</source>
            <translation>档案库属性</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>文章</translation>
        </message>
        <message>
            <source>Built from the articles; the old index stays in use until the new one is ready</source>
            <translation>根据文章重建；新索引建好之前继续使用旧索引</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>字数</translation>
        </message>
        <message>
            <source>Check and &amp;repair</source>
            <translation>检查并修复(&amp;R)</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>Compare articles, index and originals with each other</source>
            <translation>核对文章、索引和原件是否一致</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>日期范围</translation>
        </message>
        <message>
            <source>Everything is in order.</source>
            <translation>一切正常。</translation>
        </message>
        <message>
            <source>Files not readable</source>
            <translation>无法读取的文件</translation>
        </message>
        <message>
            <source>Files read</source>
            <translation>已读取文件</translation>
        </message>
        <message>
            <source>Find people, posts and places with what this version knows; your corrections stay</source>
            <translation>用本版本的识别能力重新查找人物、职务和地点；您的更正保持不变</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式版本</translation>
        </message>
        <message>
            <source>Latest backup</source>
            <translation>最近的备份</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>People, places and the like</source>
            <translation>人物、地点等</translation>
        </message>
        <message>
            <source>Rebuild the &amp;index</source>
            <translation>重建索引(&amp;I)</translation>
        </message>
        <message>
            <source>Recognise &amp;names again</source>
            <translation>重新识别名称(&amp;N)</translation>
        </message>
        <message>
            <source>Repair what can be repaired; articles are never deleted</source>
            <translation>能修的都修好；绝不删除文章</translation>
        </message>
        <message>
            <source>Restore a &amp;backup…</source>
            <translation>恢复备份(&amp;B)…</translation>
        </message>
        <message>
            <source>Result of the check</source>
            <translation>检查结果</translation>
        </message>
        <message>
            <source>Return to a backup of the catalogue; one is made on every day with imports</source>
            <translation>回到目录库的某个备份；有导入的日子每天自动备份一次</translation>
        </message>
        <message>
            <source>Searchable</source>
            <translation>可搜索</translation>
        </message>
        <message>
            <source>Size on disk</source>
            <translation>占用空间</translation>
        </message>
        <message>
            <source>articles %1, index %2, originals %3</source>
            <translation>文章 %1，索引 %2，原件 %3</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>还没有</translation>
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
            <translation>无需修复。</translation>
        </message>
        <message>
            <source>The article prints no date of its own.</source>
            <translation>原文没有印日期，这是文件的时间。</translation>
        </message>
        <message>
            <source>The date was inferred from: %1</source>
            <translation>日期推断自：%1</translation>
        </message>
    </context>
    <context>
        <name>QueryBuilder</name>
        <message>
            <source> characters</source>
            <comment>distance of two words</comment>
            <translation> 字以内</translation>
        </message>
        <message>
            <source>&amp;All of these words</source>
            <translation>全部词语(&amp;A)</translation>
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
            <translation>来源(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Word not within others</source>
            <translation>单独出现(&amp;W)</translation>
        </message>
        <message>
            <source>A date is a year, a month or a day: 2023, 2023-11, 2023-11-05.</source>
            <translation>日期可写年、月或日：2023、2023-11、2023-11-05。</translation>
        </message>
        <message>
            <source>A&amp;ny of these words</source>
            <translation>任一词语(&amp;N)</translation>
        </message>
        <message>
            <source>At most this far from each other</source>
            <translation>两词最多相距</translation>
        </message>
        <message>
            <source>Build a query</source>
            <translation>查询向导</translation>
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
            <translation>请填写要找的内容。</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>In the &amp;title</source>
            <translation>标题中有(&amp;T)</translation>
        </message>
        <message>
            <source>N&amp;one of these words</source>
            <translation>不含词语(&amp;O)</translation>
        </message>
        <message>
            <source>Near eac&amp;h other</source>
            <translation>彼此靠近(&amp;H)</translation>
        </message>
        <message>
            <source>Or&amp;ganisation</source>
            <translation>机构(&amp;G)</translation>
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
            <translation>地点</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>The query</source>
            <translation>生成的查询</translation>
        </message>
        <message>
            <source>This exact &amp;phrase</source>
            <translation>完整语句(&amp;P)</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>a newspaper or a site</source>
            <translation>报纸或网站</translation>
        </message>
        <message>
            <source>as it is printed</source>
            <translation>照原文写</translation>
        </message>
        <message>
            <source>from, such as 2019 or 2023-11</source>
            <translation>从，如 2019 或 2023-11</translation>
        </message>
        <message>
            <source>not within these</source>
            <translation>不算在这些词里面的</translation>
        </message>
        <message>
            <source>one word</source>
            <translation>一个词</translation>
        </message>
        <message>
            <source>the other word</source>
            <translation>另一个词</translation>
        </message>
        <message>
            <source>to</source>
            <translation>到</translation>
        </message>
        <message>
            <source>words that may have one character wrong</source>
            <translation>可能有一个字写错的词</translation>
        </message>
        <message>
            <source>words, separated by spaces</source>
            <translation>几个词，用空格隔开</translation>
        </message>
    </context>
    <context>
        <name>QuotationCheck</name>
        <message>
            <source>Altered</source>
            <translation>有改动</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Only punctuation differs</source>
            <translation>仅标点不同</translation>
        </message>
        <message>
            <source>The source says: %1</source>
            <translation>原文作：%1</translation>
        </message>
        <message>
            <source>Too short to check</source>
            <translation>太短，无法核对</translation>
        </message>
    </context>
    <context>
        <name>QuotationWindow</name>
        <message>
            <source>&amp;Check</source>
            <translation>核对(&amp;C)</translation>
        </message>
        <message>
            <source>Check quotations</source>
            <translation>核对引文</translation>
        </message>
        <message>
            <source>Check these words (Ctrl+Enter)</source>
            <translation>核对这段文字（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copy the &amp;result</source>
            <translation>复制结果(&amp;R)</translation>
        </message>
        <message>
            <source>Paste a passage, or a whole paragraph containing quotations. Script, spaces, glosses and punctuation make no difference.</source>
            <translation>粘贴一段引文，或含有引文的整段文字。简繁、空格、注音和标点不影响查找。</translation>
        </message>
        <message>
            <source>Paste the words to check here</source>
            <translation>在此粘贴要核对的文字</translation>
        </message>
        <message>
            <source>Text in the archive</source>
            <translation>档案库中的原文</translation>
        </message>
        <message>
            <source>The result was copied.</source>
            <translation>已复制核对结果。</translation>
        </message>
        <message>
            <source>The words to check</source>
            <translation>要核对的文字</translation>
        </message>
    </context>
    <context>
        <name>Reader</name>
        <message>
            <source>Back</source>
            <translation>后退</translation>
        </message>
        <message>
            <source>Close this tab</source>
            <translation>关闭标签页</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy as Markdown</source>
            <translation>复制为 Markdown</translation>
        </message>
        <message>
            <source>Copy as clean text</source>
            <translation>复制为纯文字</translation>
        </message>
        <message>
            <source>Copy with the citation</source>
            <translation>复制并附出处</translation>
        </message>
        <message>
            <source>Doubtful conversions</source>
            <translation>有歧义的简繁转换</translation>
        </message>
        <message>
            <source>Find in article…</source>
            <translation>在文章中查找…</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
        <message>
            <source>Keep this article in its own tab</source>
            <translation>为本文另开标签页</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>放大文字</translation>
        </message>
        <message>
            <source>Mark doubtful conversions</source>
            <translation>标出有歧义的简繁转换</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>My corrections of conversions…</source>
            <translation>我的简繁转换更正…</translation>
        </message>
        <message>
            <source>Next difference</source>
            <translation>下一处不同</translation>
        </message>
        <message>
            <source>Next doubtful conversion</source>
            <translation>下一处有歧义的转换</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>下一处命中</translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation>下一个标签页</translation>
        </message>
        <message>
            <source>Normal text size</source>
            <translation>恢复文字大小</translation>
        </message>
        <message>
            <source>Open its folder</source>
            <translation>打开所在文件夹</translation>
        </message>
        <message>
            <source>Open the original file</source>
            <translation>打开原文件</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>本文目录</translation>
        </message>
        <message>
            <source>Previous difference</source>
            <translation>上一处不同</translation>
        </message>
        <message>
            <source>Previous doubtful conversion</source>
            <translation>上一处有歧义的转换</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>上一处命中</translation>
        </message>
        <message>
            <source>Previous tab</source>
            <translation>上一个标签页</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Read aloud</source>
            <translation>朗读</translation>
        </message>
        <message>
            <source>Reopen the tab closed last</source>
            <translation>重新打开刚关闭的标签页</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>另存为 PDF…</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>对照</translation>
        </message>
        <message>
            <source>Side by side with a reprint, with differences</source>
            <translation>与转载对照，标出不同</translation>
        </message>
        <message>
            <source>Side by side with the original, with repairs</source>
            <translation>与原件对照，列出修复</translation>
        </message>
        <message>
            <source>Side by side with the other script</source>
            <translation>简繁对照</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>缩小文字</translation>
        </message>
        <message>
            <source>Tabs</source>
            <translation>标签页</translation>
        </message>
        <message>
            <source>Typography</source>
            <translation>版式</translation>
        </message>
        <message>
            <source>Underline names</source>
            <translation>标出人物与机构</translation>
        </message>
    </context>
    <context>
        <name>ReaderHeader</name>
        <message>
            <source>%1 of %2 hits</source>
            <comment>hit 3 of 21</comment>
            <translation>第 %1 / %2 处</translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <comment>number of hits in the article</comment>
            <translation>
                <numerusform>%n 处</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReaderPane</name>
        <message>
            <source>Choose an article from the list to read it here.</source>
            <translation>从左侧列表选择一篇文章，在这里阅读。</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Open the page of %1</source>
            <translation>打开 %1 的专页</translation>
        </message>
        <message>
            <source>Open the report: %1</source>
            <comment>of a meeting named here</comment>
            <translation>打开报道：%1</translation>
        </message>
    </context>
    <context>
        <name>ReadingSample</name>
        <message>
            <source>Sample of the typeface</source>
            <translation>字体样例</translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message numerus="yes">
            <source>%n article(s) read again from originals.</source>
            <translation>
                <numerusform>从原件重新读取了 %n 篇。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) lost with their originals:</source>
            <translation>
                <numerusform>有 %n 个文件连同原件一起丢失：</numerusform>
            </translation>
        </message>
        <message>
            <source>Backups of “%1”</source>
            <translation>“%1”的备份</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>It can be put together again: from the newest good backup, and from the originals of what was imported later. Nothing is deleted; damaged files are kept aside.</source>
            <translation>可以把它重新拼起来：先用最近一份完好的备份，再从原件读回后来导入的文章。不会删除任何东西，损坏的文件另行保存。</translation>
        </message>
        <message>
            <source>Open the archive</source>
            <translation>打开档案库</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Recover</source>
            <translation>抢救</translation>
        </message>
        <message>
            <source>Recover the archive</source>
            <translation>抢救档案库</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>恢复备份</translation>
        </message>
        <message>
            <source>Restored from the backup of %1.</source>
            <translation>已恢复到 %1 的备份。</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>没有成功</translation>
        </message>
        <message>
            <source>The archive can be opened again</source>
            <translation>档案库又可以打开了</translation>
        </message>
        <message>
            <source>The archive is closed and goes back to how it was then. What it holds now is kept aside; nothing is deleted.</source>
            <translation>档案库将先关闭，再回到备份时的状态。现有内容另行保存，不会删除任何东西。</translation>
        </message>
        <message>
            <source>The catalogue itself was whole.</source>
            <translation>目录库本身是完好的。</translation>
        </message>
        <message>
            <source>The catalogue was damaged; all that it held could be read and saved.</source>
            <translation>目录库曾经损坏，但其中的内容已全部读出并保存。</translation>
        </message>
        <message>
            <source>Then read again what was imported after it, from the originals</source>
            <translation>随后从原件重新读取备份之后导入的文章</translation>
        </message>
        <message>
            <source>There was no good backup; the catalogue was rebuilt from the originals.</source>
            <translation>没有完好的备份，目录库已从原件重新建立。</translation>
        </message>
        <message>
            <source>“%1” cannot be opened</source>
            <translation>“%1”无法打开</translation>
        </message>
    </context>
    <context>
        <name>RelatedWords</name>
        <message>
            <source>Exclude articles containing it</source>
            <translation>排除有这个词的文章</translation>
        </message>
        <message>
            <source>In %1 of the results; %2 in the archive. Click to search for it too</source>
            <translation>结果里有 %1 提到，全库 %2。点击：一并搜索</translation>
        </message>
        <message>
            <source>Related words</source>
            <translation>相关词</translation>
        </message>
        <message>
            <source>Related:</source>
            <comment>before words that the results have often</comment>
            <translation>相关词：</translation>
        </message>
        <message>
            <source>Search for it alone</source>
            <translation>只搜索这个词</translation>
        </message>
        <message>
            <source>Search for it too</source>
            <translation>一并搜索</translation>
        </message>
    </context>
    <context>
        <name>ReportWindow</name>
        <message numerus="yes">
            <source>%n file(s) shown</source>
            <translation>
                <numerusform>显示 %n 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Copy table</source>
            <translation>复制表格(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Save as csv…</source>
            <translation>另存为 CSV(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Try failed files again</source>
            <translation>重试失败的文件(&amp;T)</translation>
        </message>
        <message>
            <source>All files (%1)</source>
            <translation>全部文件 (%1)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copy the path</source>
            <translation>复制路径</translation>
        </message>
        <message>
            <source>Files of the import</source>
            <translation>导入的文件</translation>
        </message>
        <message>
            <source>Find in names and remarks</source>
            <translation>在文件名和说明中查找</translation>
        </message>
        <message>
            <source>Find in this report</source>
            <translation>在报告中查找</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Import reports</source>
            <translation>导入报告</translation>
        </message>
        <message>
            <source>No file of this import fits. Choose other files above.</source>
            <translation>这次导入中没有符合的文件，请在上方改选。</translation>
        </message>
        <message>
            <source>Nothing has been imported into this archive yet.</source>
            <translation>这个档案库还没有导入过任何内容。</translation>
        </message>
        <message>
            <source>Open the article</source>
            <translation>打开文章</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>打开所在文件夹</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>Which files</source>
            <translation>哪些文件</translation>
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
                <numerusform>转载 %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultsModel</name>
        <message>
            <source>with a star</source>
            <translation>有星标</translation>
        </message>
    </context>
    <context>
        <name>ResultsView</name>
        <message>
            <source>Results</source>
            <comment>accessible name of the result list</comment>
            <translation>结果</translation>
        </message>
    </context>
    <context>
        <name>RowMenu</name>
        <message>
            <source>Copy the title</source>
            <translation>复制标题</translation>
        </message>
        <message>
            <source>Only from %1</source>
            <comment>menu of a result; %1 is a source</comment>
            <translation>只看来源“%1”</translation>
        </message>
        <message>
            <source>Only from the year %1</source>
            <translation>只看 %1 年</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open in a new tab</source>
            <translation>在新标签页中打开</translation>
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
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Text table (*.csv)</source>
            <translation>文本表格 (*.csv)</translation>
        </message>
    </context>
    <context>
        <name>SavedSearchList</name>
        <message>
            <source>&amp;Delete</source>
            <translation>删除(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>打开(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Rename</source>
            <translation>改名(&amp;R)</translation>
        </message>
        <message>
            <source>Last looked at</source>
            <translation>上次查看</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>No saved searches yet. Ctrl+D saves the search on show.</source>
            <translation>还没有保存的搜索。按 Ctrl+D 保存当前的搜索。</translation>
        </message>
        <message>
            <source>Query</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>Saved searches</source>
            <translation>已存搜索</translation>
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
            <translation>管理已存搜索(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;Save this search…</source>
            <translation>保存此搜索(&amp;S)…</translation>
        </message>
        <message>
            <source>All articles</source>
            <translation>全部文章</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Nothing saved yet</source>
            <translation>还没有保存过</translation>
        </message>
        <message>
            <source>Open, rename, delete saved searches (Ctrl+Shift+M)</source>
            <translation>打开、改名、删除已存搜索 (Ctrl+Shift+M)</translation>
        </message>
        <message>
            <source>Sa&amp;ved searches</source>
            <translation>已存搜索(&amp;V)</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save query and filters under a name (Ctrl+D)</source>
            <translation>把查询和筛选条件存为一个名称 (Ctrl+D)</translation>
        </message>
        <message>
            <source>Save this search</source>
            <translation>保存此搜索</translation>
        </message>
        <message>
            <source>Saved as “%1”</source>
            <translation>已存为“%1”</translation>
        </message>
    </context>
    <context>
        <name>ScriptSwitch</name>
        <message>
            <source>%1 (F9 switches)</source>
            <translation>%1（F9 切换）</translation>
        </message>
        <message>
            <source>Printed</source>
            <comment>short, on the script switch: text as printed</comment>
            <translation>原文</translation>
        </message>
        <message>
            <source>Variants of the script</source>
            <translation>繁体字形</translation>
        </message>
        <message>
            <source>Variants: Taiwan, Hong Kong</source>
            <translation>字形：台湾、香港</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Clear the search history</source>
            <translation>清空搜索历史</translation>
        </message>
        <message>
            <source>Earlier searches</source>
            <translation>搜索历史</translation>
        </message>
        <message>
            <source>Earlier searches (Alt+Down)</source>
            <translation>搜索历史 (Alt+↓)</translation>
        </message>
        <message>
            <source>Forget all earlier searches of this archive</source>
            <translation>忘记此档案库的全部搜索历史</translation>
        </message>
        <message>
            <source>Nothing was searched for yet</source>
            <translation>还没有搜索过</translation>
        </message>
        <message>
            <source>The search history is empty now</source>
            <translation>搜索历史已清空</translation>
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
            <translation>清除搜索 (Esc)</translation>
        </message>
        <message>
            <source>Search</source>
            <comment>accessible name of the search box</comment>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Search the archive</source>
            <comment>placeholder of the search box</comment>
            <translation>搜索档案库</translation>
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
            <translation>词频趋势</translation>
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
            <translation>颜色(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Mark conversions that were a choice (后 or 後)</source>
            <translation>标出有歧义的转换（后、後）(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Names</source>
            <translation>人名、机构名、地名(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Order of results</source>
            <translation>结果排序(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Paper</source>
            <translation>纸张(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Quotations in “ ” and 「 」</source>
            <translation>“ ”「 」中的引文(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Size and spacing</source>
            <translation>字号、行宽、行距(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Typeface</source>
            <translation>字体(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Underline people, places and the like in the article</source>
            <translation>在文章中标出人物、地点等(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Vertical columns for Traditional text</source>
            <translation>繁体文章直排(&amp;V)</translation>
        </message>
        <message>
            <source>Archives</source>
            <translation>档案库</translation>
        </message>
        <message>
            <source>As printed</source>
            <translation>原文</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>By relevance</source>
            <translation>按相关度</translation>
        </message>
        <message>
            <source>Characters in a line</source>
            <translation>每行字数</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>General</source>
            <translation>常规</translation>
        </message>
        <message>
            <source>Hei (sans serif)</source>
            <translation>黑体</translation>
        </message>
        <message>
            <source>Kai (brush)</source>
            <translation>楷体</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Line height</source>
            <translation>行距</translation>
        </message>
        <message>
            <source>Local &amp;vocabulary too (软件 as 軟體)</source>
            <translation>同时换用当地词语（如“打印机”作“印表机”）(&amp;W)</translation>
        </message>
        <message>
            <source>My &amp;corrections of conversions…</source>
            <translation>我的转换更正(&amp;C)…</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>最新在前</translation>
        </message>
        <message>
            <source>No ani&amp;mations</source>
            <translation>不使用动画(&amp;M)</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>最早在前</translation>
        </message>
        <message>
            <source>Open the last archive at &amp;start</source>
            <translation>启动时打开上次的档案库(&amp;S)</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>阅读</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Save new archives &amp;in</source>
            <translation>新档案库放在(&amp;I)</translation>
        </message>
        <message>
            <source>Script</source>
            <comment>tab of the settings</comment>
            <translation>简繁</translation>
        </message>
        <message>
            <source>Script at s&amp;tart</source>
            <translation>启动时显示(&amp;T)</translation>
        </message>
        <message>
            <source>Sepia</source>
            <translation>护眼米黄</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Show &amp;tips</source>
            <translation>显示提示(&amp;T)</translation>
        </message>
        <message>
            <source>Simplified</source>
            <translation>简体</translation>
        </message>
        <message>
            <source>Size of the text</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Song (serif)</source>
            <translation>宋体</translation>
        </message>
        <message>
            <source>Stay as printed</source>
            <translation>保持原文</translation>
        </message>
        <message>
            <source>T&amp;itles in 《 》</source>
            <translation>《 》中的题名(&amp;I)</translation>
        </message>
        <message>
            <source>T&amp;raditional means</source>
            <translation>“繁”指(&amp;R)</translation>
        </message>
        <message>
            <source>Traditional</source>
            <translation>繁体</translation>
        </message>
        <message>
            <source>Traditional, Hong Kong</source>
            <translation>繁体，香港</translation>
        </message>
        <message>
            <source>Traditional, Taiwan</source>
            <translation>繁体，台湾</translation>
        </message>
        <message>
            <source>Traditional, general</source>
            <translation>通用繁体</translation>
        </message>
        <message>
            <source>Where new archives are kept</source>
            <translation>新档案库的位置</translation>
        </message>
        <message>
            <source>White (dark where the window is dark)</source>
            <translation>白色（深色界面时为深色）</translation>
        </message>
        <message>
            <source>as used in Hong Kong</source>
            <translation>香港用字</translation>
        </message>
        <message>
            <source>as used in Taiwan</source>
            <translation>台湾用字</translation>
        </message>
    </context>
    <context>
        <name>ShareNotice</name>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Reopen it</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>The shared archive has been updated.</source>
            <translation>共享的档案库有更新。</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Articles put together by hand or by a search</source>
            <translation>手工或按检索汇集的文章</translation>
        </message>
        <message>
            <source>Collections</source>
            <comment>tab of the right pane</comment>
            <translation>专题</translation>
        </message>
        <message>
            <source>Highlights, notes, stars, reading list</source>
            <translation>划线、笔记、星标、待读</translation>
        </message>
        <message>
            <source>Names</source>
            <comment>tab of the right pane</comment>
            <translation>名称</translation>
        </message>
        <message>
            <source>Notes</source>
            <comment>tab of the right pane</comment>
            <translation>笔记</translation>
        </message>
        <message>
            <source>People, places, documents</source>
            <translation>人物、地点、文件</translation>
        </message>
        <message>
            <source>Right pane</source>
            <translation>右侧栏</translation>
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
            <translation>回到结果</translation>
        </message>
        <message>
            <source>Back to the results (Esc)</source>
            <translation>回到结果（Esc）</translation>
        </message>
        <message>
            <source>Looking for similar articles…</source>
            <translation>正在查找相似文章…</translation>
        </message>
        <message>
            <source>No other article shares enough rare words or names with it.</source>
            <translation>没有别的文章与它共用足够多的少见词语或名称。</translation>
        </message>
        <message>
            <source>Similar articles</source>
            <translation>相似文章</translation>
        </message>
        <message>
            <source>Similar to “%1”</source>
            <comment>%1 is the title of an article</comment>
            <translation>与“%1”相似</translation>
        </message>
    </context>
    <context>
        <name>SplitDialog</name>
        <message>
            <source>All of these</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>文章</translation>
        </message>
        <message>
            <source>Name of the other</source>
            <translation>另一方的名称</translation>
        </message>
        <message>
            <source>Name of the other, such as %1</source>
            <translation>另一方的名称，例如 %1</translation>
        </message>
        <message>
            <source>Split off</source>
            <translation>分出</translation>
        </message>
        <message>
            <source>The first %1 of %2 articles, oldest first.</source>
            <translation>%2 篇文章中的前 %1 篇，从早到晚排列。</translation>
        </message>
        <message>
            <source>Tick the articles that mean another, and give that one a name of its own.</source>
            <translation>勾选另有所指的文章，并为其另取一个名称。</translation>
        </message>
        <message>
            <source>“%1” is another in some articles</source>
            <translation>“%1”在部分文章中另有所指</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>A folder on your disk that holds articles, index and originals.</source>
            <translation>磁盘上的一个文件夹，存放文章、索引和原件。</translation>
        </message>
        <message>
            <source>About forty articles to try everything on. Ready in a few seconds.</source>
            <translation>四十来篇文章，各项功能都可以试一试，几秒钟就绪。</translation>
        </message>
        <message>
            <source>Create a new archive</source>
            <translation>新建档案库</translation>
        </message>
        <message>
            <source>Fetching a local copy from the network… %1 %</source>
            <translation>正在从网络取得本地副本… %1 %</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>One you created earlier, or one on the network.</source>
            <translation>以前建立的，或者网络共享上的。</translation>
        </message>
        <message>
            <source>Open an archive</source>
            <translation>打开档案库</translation>
        </message>
        <message>
            <source>Open the sample archive</source>
            <translation>打开样例档案库</translation>
        </message>
        <message>
            <source>Opening “%1”…</source>
            <translation>正在打开“%1”…</translation>
        </message>
        <message>
            <source>Recent archives</source>
            <translation>最近的档案库</translation>
        </message>
        <message>
            <source>Search, read and check Chinese press and government articles offline.</source>
            <translation>离线检索、阅读和核对报刊与政务文章。</translation>
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
                <numerusform>本篇 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>Back to 100 % (Ctrl+0)</source>
            <translation>恢复 100% (Ctrl+0)</translation>
        </message>
        <message>
            <source>Switch script (F9)</source>
            <translation>切换简繁 (F9)</translation>
        </message>
        <message>
            <source>hit %1 of %2</source>
            <translation>第 %1 / %2 处</translation>
        </message>
        <message>
            <source>index complete</source>
            <translation>索引完整</translation>
        </message>
        <message>
            <source>index complete · read-only</source>
            <translation>索引完整 · 只读</translation>
        </message>
    </context>
    <context>
        <name>TabKeeper</name>
        <message>
            <source>Opened in a new tab.</source>
            <translation>已在新标签页中打开。</translation>
        </message>
    </context>
    <context>
        <name>TabStrip</name>
        <message>
            <source>Articles that are open</source>
            <translation>打开的文章</translation>
        </message>
        <message>
            <source>Close all other tabs</source>
            <translation>关闭其他标签页</translation>
        </message>
        <message>
            <source>Close this tab</source>
            <translation>关闭标签页</translation>
        </message>
        <message>
            <source>Close this tab (Ctrl+W)</source>
            <translation>关闭标签页（Ctrl+W）</translation>
        </message>
        <message>
            <source>New tab</source>
            <comment>a tab without an article</comment>
            <translation>新标签页</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Posts over the years</source>
            <comment>accessible name of the time line</comment>
            <translation>历年职务</translation>
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
            <translation>新变化</translation>
        </message>
    </context>
    <context>
        <name>Tips</name>
        <message>
            <source>Ctrl+K finds any action by its name; F1 opens the help.</source>
            <translation>按 Ctrl+K 可以按名称查找任何操作；按 F1 打开帮助。</translation>
        </message>
        <message>
            <source>F9 switches between the text as printed, Simplified and Traditional. Underlined names lead to their pages.</source>
            <translation>按 F9 在原文、简体、繁体之间切换。带下划线的名称可以打开各自的页面。</translation>
        </message>
        <message>
            <source>Juanzong is now version %1.</source>
            <translation>卷宗已更新到 %1 版。</translation>
        </message>
        <message>
            <source>Many hits? Drag over the bars to choose a period, or open the filter for sources and names.</source>
            <translation>结果太多？在时间条上拖动可以选一段时间，打开筛选可以按来源和名称缩小范围。</translation>
        </message>
        <message>
            <source>Type a word and press Return: Simplified and Traditional are found alike. Names are offered while you type, by pinyin too.</source>
            <translation>输入词语后按回车：简体、繁体都会找到。输入时会提示名称，也可以用拼音。</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Archive</source>
            <translation>档案库</translation>
        </message>
        <message>
            <source>Juanzong</source>
            <translation>卷宗</translation>
        </message>
        <message>
            <source>Order of the results</source>
            <translation>结果的排序</translation>
        </message>
        <message>
            <source>Order of the results (Ctrl+Shift+S)</source>
            <translation>结果的排序 (Ctrl+Shift+S)</translation>
        </message>
        <message>
            <source>Other archives</source>
            <translation>其他档案库</translation>
        </message>
    </context>
    <context>
        <name>TrendChart</name>
        <message>
            <source>Left and right choose a period, up and down an expression, Enter shows its articles.</source>
            <translation>左右键选时段，上下键选词，回车列出文章。</translation>
        </message>
        <message>
            <source>Trend</source>
            <comment>accessible name of the chart</comment>
            <translation>词频趋势图</translation>
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
                <numerusform>%n 处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a date</source>
            <comment>number of articles</comment>
            <translation>
                <numerusform>%n 篇无日期</numerusform>
            </translation>
        </message>
        <message>
            <source>Add a word to the chart</source>
            <translation>在图中加一个词</translation>
        </message>
        <message>
            <source>By month</source>
            <translation>按月</translation>
        </message>
        <message>
            <source>By year</source>
            <translation>按年</translation>
        </message>
        <message>
            <source>Compare with another word</source>
            <translation>再比较一个词</translation>
        </message>
        <message>
            <source>Compare with another word…</source>
            <translation>再比较一个词…</translation>
        </message>
        <message>
            <source>None of these words stands in an article with a date.</source>
            <translation>有日期的文章里都没有这些词。</translation>
        </message>
        <message>
            <source>Picture (*.png)</source>
            <translation>图片 (*.png)</translation>
        </message>
        <message>
            <source>Save as a picture or as a table</source>
            <translation>导出图片或数据</translation>
        </message>
        <message>
            <source>Save the chart</source>
            <translation>导出图表</translation>
        </message>
        <message>
            <source>Save the chart as a picture</source>
            <translation>把图表存为图片</translation>
        </message>
        <message>
            <source>Save the chart as a picture…</source>
            <translation>把图表存为图片…</translation>
        </message>
        <message>
            <source>Save the counts</source>
            <translation>导出数据</translation>
        </message>
        <message>
            <source>Save the counts as .xlsx or .csv</source>
            <translation>把数据存为 .xlsx 或 .csv</translation>
        </message>
        <message>
            <source>Save the counts…</source>
            <translation>导出数据…</translation>
        </message>
        <message>
            <source>Saved in %1</source>
            <translation>已存入 %1</translation>
        </message>
        <message>
            <source>Search for a word to see how often it was used over the years.</source>
            <translation>先搜索一个词，这里会显示它历年的使用情况。</translation>
        </message>
        <message>
            <source>Trend of %1</source>
            <comment>name of a file</comment>
            <translation>%1 词频趋势</translation>
        </message>
        <message>
            <source>What is counted</source>
            <translation>统计什么</translation>
        </message>
        <message>
            <source>Years or months</source>
            <translation>按年或按月</translation>
        </message>
        <message>
            <source>first %1</source>
            <comment>%1 is the date of the first article</comment>
            <translation>首见 %1</translation>
        </message>
        <message>
            <source>last %1</source>
            <comment>%1 is the date of the last article</comment>
            <translation>末见 %1</translation>
        </message>
    </context>
    <context>
        <name>Typography</name>
        <message>
            <source>Dense: much on one page</source>
            <translation>紧凑：一屏多看</translation>
        </message>
        <message>
            <source>Hei (sans serif)</source>
            <translation>黑体</translation>
        </message>
        <message>
            <source>Kai (brush)</source>
            <translation>楷体</translation>
        </message>
        <message>
            <source>Large print</source>
            <translation>大字</translation>
        </message>
        <message>
            <source>Like a book: Song, 38 characters</source>
            <translation>书本：宋体，每行 38 字</translation>
        </message>
        <message>
            <source>Like a screen: Hei, 42 characters</source>
            <translation>屏幕：黑体，每行 42 字</translation>
        </message>
        <message>
            <source>Like handwriting: Kai, 34 characters</source>
            <translation>手写：楷体，每行 34 字</translation>
        </message>
        <message>
            <source>Sepia paper</source>
            <translation>米黄纸色</translation>
        </message>
        <message>
            <source>Song (serif)</source>
            <translation>宋体</translation>
        </message>
        <message>
            <source>Traditional text in vertical columns</source>
            <translation>繁体文章直排</translation>
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
            <translation>列表</translation>
        </message>
        <message>
            <source>Results as a list of articles</source>
            <translation>以文章列表显示结果</translation>
        </message>
        <message>
            <source>Results as a trend: how often over the years</source>
            <translation>以词频趋势显示结果</translation>
        </message>
        <message>
            <source>Results as contexts: every place, one line each</source>
            <translation>以上下文显示结果：每处一行</translation>
        </message>
        <message>
            <source>Show the results as</source>
            <translation>结果显示为</translation>
        </message>
        <message>
            <source>Trend</source>
            <translation>趋势</translation>
        </message>
    </context>
    <context>
        <name>WatchedFolders</name>
        <message>
            <source>&amp;Add folder…</source>
            <translation>添加文件夹(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Look now</source>
            <translation>立即查看(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>暂停(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>移除(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Watch again</source>
            <translation>继续监看(&amp;W)</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Folder to watch</source>
            <translation>选择要监看的文件夹</translation>
        </message>
        <message>
            <source>New and changed files in these folders are imported automatically, including those that arrived while the program was closed. When a file is deleted, its article stays and is marked.</source>
            <translation>这些文件夹里新增和改动的文件会自动收入档案库，程序关闭期间来的也算在内。文件删除后，文章仍然保留，并作标记。</translation>
        </message>
        <message>
            <source>No folders are watched yet. Add one that receives new files.</source>
            <translation>还没有监看任何文件夹。请添加一个会不断增加文件的文件夹。</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Watched folders</source>
            <translation>监看文件夹</translation>
        </message>
        <message>
            <source>currently unreachable</source>
            <translation>目前无法访问</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>watched</source>
            <translation>监看中</translation>
        </message>
    </context>
    <context>
        <name>Watcher</name>
        <message>
            <source>Folders that were not chosen on this computer are not watched; see “Watched folders”.</source>
            <translation>不是在这台电脑上选定的文件夹暂不监看，请看“监看文件夹”。</translation>
        </message>
    </context>
    <context>
        <name>WhyNotFound</name>
        <message>
            <source>&amp;Ask</source>
            <translation>查问(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Choose file…</source>
            <translation>选择文件(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Import the file</source>
            <translation>导入该文件(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Open the article</source>
            <translation>打开文章(&amp;O)</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>File or phrase</source>
            <translation>文件或文字</translation>
        </message>
        <message>
            <source>File that is not found</source>
            <translation>选择找不到的文件</translation>
        </message>
        <message>
            <source>Looking through reports and originals…</source>
            <translation>正在查看导入报告和原件…</translation>
        </message>
        <message>
            <source>Type a phrase, or a file's name or a part of it; or choose a file.</source>
            <translation>输入一段文字，或文件名（可以只是一部分）；也可以选择文件。</translation>
        </message>
        <message>
            <source>Why is it not found?</source>
            <translation>为什么找不到？</translation>
        </message>
    </context>
    <context>
        <name>Work</name>
        <message>
            <source>Taking back the merge…</source>
            <translation>正在撤销并入…</translation>
        </message>
        <message>
            <source>The last correction was undone.</source>
            <translation>已撤销上一条名称更正。</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>没有可以重做的操作。</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>没有可以撤销的操作。</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <translation>已撤销：%1</translation>
        </message>
    </context>
    <context>
        <name>ZeroHits</name>
        <message numerus="yes">
            <source>%n article(s) not yet searchable; they may have it.</source>
            <translation>
                <numerusform>还有 %n 篇尚未索引，其中可能有。</numerusform>
            </translation>
        </message>
        <message>
            <source>A word that no article contains: check how it is written, or leave it out.</source>
            <translation>有的词没有文章包含：请检查写法，或者去掉它。</translation>
        </message>
        <message>
            <source>All parts within one article:</source>
            <translation>各部分同在一篇：</translation>
        </message>
        <message>
            <source>Both scripts were searched. Try a shorter word, or another way to write it.</source>
            <translation>简体、繁体都搜过了。请试试更短的词，或者换一种写法。</translation>
        </message>
        <message>
            <source>Drop files or a folder onto the window to fill it.</source>
            <translation>把文件或文件夹拖到窗口上即可导入。</translation>
        </message>
        <message>
            <source>Each word alone:</source>
            <translation>单独搜索：</translation>
        </message>
        <message>
            <source>Each word occurs, but never together. Leave one out, or put OR between them.</source>
            <translation>每个词都有，但没有同时出现。可以去掉一个，或在中间加“或”。</translation>
        </message>
        <message>
            <source>No article contains all these words</source>
            <translation>没有找到同时包含这些词的文章</translation>
        </message>
        <message>
            <source>No article contains “%1”</source>
            <comment>%1 is what was searched for</comment>
            <translation>没有找到包含“%1”的文章</translation>
        </message>
        <message>
            <source>No article passes all filters</source>
            <translation>没有文章符合全部筛选</translation>
        </message>
        <message>
            <source>Parts of it occur:</source>
            <translation>其中有的部分出现过：</translation>
        </message>
        <message>
            <source>Search for this</source>
            <translation>点击搜索</translation>
        </message>
        <message>
            <source>Search without the filters</source>
            <translation>不用任何筛选</translation>
        </message>
        <message>
            <source>The archive is still empty</source>
            <translation>档案库还是空的</translation>
        </message>
        <message>
            <source>They stand in the same article, but not as asked: allow more distance.</source>
            <translation>同一篇文章里都有，但位置不合要求：可以放宽距离。</translation>
        </message>
        <message>
            <source>Two of them in one article:</source>
            <translation>两个词同在一篇：</translation>
        </message>
        <message>
            <source>With fewer filters:</source>
            <translation>少用筛选：</translation>
        </message>
        <message>
            <source>Without leaving something out:</source>
            <translation>不排除时：</translation>
        </message>
        <message>
            <source>without filters</source>
            <translation>不筛选时</translation>
        </message>
        <message>
            <source>without “%1”</source>
            <comment>%1 is a filter</comment>
            <translation>去掉“%1”</translation>
        </message>
    </context>
    <context>
        <name>_BookDialog</name>
        <message>
            <source>Export as a book</source>
            <translation>导出成书</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>JSON Lines, for programs</source>
            <translation>JSON Lines，供程序使用</translation>
        </message>
        <message>
            <source>One web page, readable anywhere</source>
            <translation>单个网页，到处可读</translation>
        </message>
        <message>
            <source>PDF with contents and page numbers</source>
            <translation>PDF，带目录和页码</translation>
        </message>
        <message>
            <source>With your notes</source>
            <translation>附上笔记</translation>
        </message>
        <message>
            <source>Word document with contents</source>
            <translation>Word 文档，带目录</translation>
        </message>
    </context>
    <context>
        <name>_HandOverDialog</name>
        <message>
            <source>A smaller archive with these articles only. Your colleague opens it, or merges it.</source>
            <translation>只含这些文章的较小档案库。同事可以直接打开，也可以并入自己的档案库。</translation>
        </message>
        <message>
            <source>Choose a place…</source>
            <translation>选择位置…</translation>
        </message>
        <message>
            <source>Hand over as an archive</source>
            <translation>导出为档案库</translation>
        </message>
        <message>
            <source>With the original files, as far as they hold nothing else</source>
            <translation>附上原件（与其他文章同在一个文件的除外）</translation>
        </message>
        <message>
            <source>With your notes and corrected particulars</source>
            <translation>附上笔记和更正过的著录项目</translation>
        </message>
    </context>
</TS>
