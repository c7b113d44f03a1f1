; What the installer says, in the three languages of the program. Included by installer.nsi.

!macro WORDS NAME EN CN TW
  LangString ${NAME} ${LANG_ENGLISH} "${EN}"
  LangString ${NAME} ${LANG_SIMPCHINESE} "${CN}"
  LangString ${NAME} ${LANG_TRADCHINESE} "${TW}"
!macroend

!insertmacro WORDS APP_NAME "Juanzong" "卷宗" "卷宗"
!insertmacro WORDS RUNNING \
  "Juanzong is still running. OK asks its window to close, after it has saved everything; Cancel leaves everything as it is." \
  "卷宗还在运行。按“确定”会请它保存后关闭，再继续；按“取消”则什么都不改动。" \
  "卷宗仍在執行。按「確定」會請它儲存後關閉，再繼續；按「取消」則什麼都不變動。"
!insertmacro WORDS NEWER \
  "A newer version of Juanzong is installed here ($0). Archives that it has opened may not be readable with ${VERSION}. To go back all the same, uninstall it first." \
  "这台电脑上已经装有更新的版本（$0），它打开过的档案库，${VERSION} 版可能读不了。如仍要换回旧版，请先卸载新版。" \
  "這部電腦上已安裝較新的版本（$0），它開啟過的檔案庫，${VERSION} 版可能無法讀取。若仍要換回舊版，請先移除新版。"
!insertmacro WORDS NEEDS_ADMIN \
  "For all users, an administrator must run this." \
  "为所有用户安装或卸载，需要由管理员运行。" \
  "要為所有使用者安裝或移除，須由系統管理員執行。"
!insertmacro WORDS NO_SPACE \
  "There is not enough room on the disk $0; ${MEGABYTES} MB are needed. Nothing has been changed." \
  "磁盘 $0 空间不足，需要 ${MEGABYTES} MB。尚未作任何改动。" \
  "磁碟 $0 空間不足，需要 ${MEGABYTES} MB。尚未作任何變動。"
!insertmacro WORDS SCOPE_TITLE "For whom?" "为谁安装？" "為誰安裝？"
!insertmacro WORDS SCOPE_TEXT \
  "Archives and settings stay with each user in either case." \
  "无论哪一种，档案库和设置都各归各的用户。" \
  "無論哪一種，檔案庫和設定都各歸各的使用者。"
!insertmacro WORDS SCOPE_ME "Only for me (no administrator needed)" "只为我安装（不需要管理员）" "只為我安裝（不需要系統管理員）"
!insertmacro WORDS SCOPE_ALL "For everybody on this computer (administrator needed)" "为这台电脑的所有用户安装（需要管理员）" "為這部電腦的所有使用者安裝（需要系統管理員）"

!insertmacro WORDS SEC_PROGRAM "Juanzong" "卷宗" "卷宗"
!insertmacro WORDS SEC_LINKS "File type and juanzong: links" "文件类型与 juanzong: 链接" "檔案類型與 juanzong: 連結"
!insertmacro WORDS SEC_MENU "Menu of folders" "文件夹右键菜单" "資料夾右鍵選單"
!insertmacro WORDS SEC_DESKTOP "Shortcut on the desktop" "桌面快捷方式" "桌面捷徑"
!insertmacro WORDS ABOUT_PROGRAM "The program and its entry in the Start menu." "程序本身和“开始”菜单里的项目。" "程式本身和「開始」功能表裡的項目。"
!insertmacro WORDS ABOUT_LINKS "Opens archives and links to articles with Juanzong." "用卷宗打开档案库和指向文章的链接。" "用卷宗開啟檔案庫和指向文章的連結。"
!insertmacro WORDS ABOUT_MENU "Opens or imports a folder by right click." "右键点击文件夹即可打开或导入。" "在資料夾上按右鍵即可開啟或匯入。"
!insertmacro WORDS ABOUT_DESKTOP "An icon on the desktop." "在桌面上放一个图标。" "在桌面上放一個圖示。"
!insertmacro WORDS ARCHIVE_TYPE "Juanzong archive" "卷宗档案库" "卷宗檔案庫"
!insertmacro WORDS VERB_OPEN "Open with Juanzong" "用卷宗打开" "用卷宗開啟"
!insertmacro WORDS VERB_IMPORT "Import into Juanzong" "导入卷宗" "匯入卷宗"

!insertmacro WORDS UN_SETTINGS "Settings, logs and the sample archive" "设置、日志和样例档案" "設定、記錄檔和範例檔案庫"
!insertmacro WORDS UN_ARCHIVES "Archives in Documents (asks for each)" "“文档”里的档案库（逐个询问）" "「文件」裡的檔案庫（逐一詢問）"
!insertmacro WORDS ABOUT_SETTINGS "What the program remembers for you on this computer." "程序在这台电脑上为你记下的东西。" "程式在這部電腦上為你記下的東西。"
!insertmacro WORDS ABOUT_ARCHIVES "Your articles. What is deleted here cannot be brought back." "你的文章。在这里删除后无法恢复。" "你的文章。在這裡刪除後無法復原。"
!insertmacro WORDS DELETE_ARCHIVE \
  "Delete the archive “$1” with all its articles and notes? This cannot be undone." \
  "要删除档案库“$1”及其中全部文章和笔记吗？删除后无法恢复。" \
  "要刪除檔案庫「$1」及其中全部文章和筆記嗎？刪除後無法復原。"
