<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Pizhu Workbench</source>
        <translation>关于批注工作台</translation>
    </message>
    <message>
        <source>Pizhu Workbench</source>
        <translation>批注工作台</translation>
    </message>
    <message>
        <source>A workbench for the qualitative coding of Chinese articles: read beside a tag panel, mark actors, concepts and stances, export a dataset.</source>
        <translation>中文文章质性编码的工作台：在标签面板旁阅读，标注行为体、概念与立场，导出数据集。</translation>
    </message>
    <message>
        <source>MIT licence. Made with Qt and PySide6 under the LGPL.</source>
        <translation>MIT 许可证。以 LGPL 许可的 Qt 与 PySide6 制成。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>Open the e&amp;xample</source>
        <translation>打开示例(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Import articles…</source>
        <translation>导入文章(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export dataset…</source>
        <translation>导出数据集(&amp;E)…</translation>
    </message>
    <message>
        <source>Expor&amp;t for other programs…</source>
        <translation>导出给其他程序(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Move end border &amp;left</source>
        <translation>结束边界左移(&amp;L)</translation>
    </message>
    <message>
        <source>Move start border r&amp;ight</source>
        <translation>起始边界右移(&amp;I)</translation>
    </message>
    <message>
        <source>Move end border ri&amp;ght</source>
        <translation>结束边界右移(&amp;G)</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>导入文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Largest file…</source>
        <translation>文件大小上限(&amp;L)…</translation>
    </message>
    <message>
        <source>Move start border le&amp;ft</source>
        <translation>起始边界左移(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Delete annotation</source>
        <translation>删除标注(&amp;D)</translation>
    </message>
    <message>
        <source>Place a&amp;new…</source>
        <translation>重新定位(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Paste as article…</source>
        <translation>粘贴为文章(&amp;P)…</translation>
    </message>
    <message>
        <source>Change the selected &amp;annotations…</source>
        <translation>修改所选标注(&amp;A)…</translation>
    </message>
    <message>
        <source>Move to another la&amp;yer…</source>
        <translation>移到另一标注层(&amp;Y)…</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>建议(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Coder…</source>
        <translation>编码员(&amp;C)…</translation>
    </message>
    <message>
        <source>Accept all of it in th&amp;is article</source>
        <translation>接受本文中的全部同类(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>接受(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>拒绝(&amp;R)</translation>
    </message>
    <message>
        <source>Accept all of it in the pro&amp;ject…</source>
        <translation>接受整个项目中的全部同类(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>下一篇(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>上一篇(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>文章信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Show the &amp;original…</source>
        <translation>查看原文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Correct the te&amp;xt…</source>
        <translation>改正正文(&amp;X)…</translation>
    </message>
    <message>
        <source>Exp&amp;ort the codebook…</source>
        <translation>导出编码手册(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import a codebook…</source>
        <translation>导入编码手册(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>Te&amp;xt of the article…</source>
        <translation>正文版式(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reset the panels</source>
        <translation>恢复面板布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>配色(&amp;T)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>窗口的下一部分(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;revious part of the window</source>
        <translation>窗口的上一部分(&amp;R)</translation>
    </message>
    <message>
        <source>Next table &amp;below</source>
        <translation>下方的下一张表(&amp;B)</translation>
    </message>
    <message>
        <source>Pre&amp;vious table below</source>
        <translation>下方的上一张表(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Codebook entry</source>
        <translation>编码手册条目(&amp;C)</translation>
    </message>
    <message>
        <source>Show the &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About Pizhu Workbench</source>
        <translation>关于批注工作台(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Codebook</source>
        <translation>编码手册(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>撤销(&amp;U) {step}</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>重做(&amp;R) {step}</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>状态(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Status: {status}</source>
        <translation>状态(&amp;S)：{status}</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>修改(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Edit the codebook…</source>
        <translation>编辑编码手册(&amp;E)…</translation>
    </message>
    <message>
        <source>Take the passage as an e&amp;xample</source>
        <translation>将所选片段用作示例(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Freeze a version…</source>
        <translation>冻结一个版本(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>版本(&amp;V)…</translation>
    </message>
    <message>
        <source>To be &amp;reviewed…</source>
        <translation>待复核(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>标注层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Variable of the layer</source>
        <translation>标注层的变量(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Code list</source>
        <translation>代码表(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;ategory</source>
        <translation>类目(&amp;A)</translation>
    </message>
    <message>
        <source>Category &amp;under this one</source>
        <translation>此类目的下级类目(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move &amp;out, beside the one above</source>
        <translation>移出，与上级并列(&amp;O)</translation>
    </message>
    <message>
        <source>Move &amp;in, under the one before</source>
        <translation>移入，归于前一项之下(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>合并(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Split…</source>
        <translation>拆分(&amp;S)…</translation>
    </message>
    <message>
        <source>Re&amp;tire or use again</source>
        <translation>停用或恢复使用(&amp;T)</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>删除(&amp;E)</translation>
    </message>
    <message>
        <source>Delete the u&amp;nused of the list…</source>
        <translation>删除此表中未用的类目(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>Next ar&amp;ticle that is not done</source>
        <translation>下一篇未完成的(&amp;T)</translation>
    </message>
    <message>
        <source>Previous arti&amp;cle that is not done</source>
        <translation>上一篇未完成的(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>跳转(&amp;G)</translation>
    </message>
    <message>
        <source>Extend the &amp;selection</source>
        <extracomment>The keys of the pairs of actions, back and forth, without Shift.</extracomment>
        <translation>扩展选区(&amp;S)</translation>
    </message>
    <message>
        <source>Next &amp;annotation</source>
        <translation>下一条标注(&amp;A)</translation>
    </message>
    <message>
        <source>Previous a&amp;nnotation</source>
        <translation>上一条标注(&amp;N)</translation>
    </message>
    <message>
        <source>To the end of an &amp;annotation</source>
        <translation>到标注末尾(&amp;A)</translation>
    </message>
    <message>
        <source>Back by an a&amp;nnotation</source>
        <translation>退回一条标注(&amp;N)</translation>
    </message>
    <message>
        <source>To the end of a s&amp;uggestion</source>
        <translation>到建议末尾(&amp;U)</translation>
    </message>
    <message>
        <source>Back by a su&amp;ggestion</source>
        <translation>退回一处建议(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Widen what is selected</source>
        <translation>扩大所选(&amp;W)</translation>
    </message>
    <message>
        <source>Na&amp;rrow what is selected</source>
        <translation>缩小所选(&amp;R)</translation>
    </message>
    <message>
        <source>Next &amp;clause</source>
        <translation>下一分句(&amp;C)</translation>
    </message>
    <message>
        <source>Previous c&amp;lause</source>
        <translation>上一分句(&amp;L)</translation>
    </message>
    <message>
        <source>Next s&amp;entence</source>
        <translation>下一句(&amp;E)</translation>
    </message>
    <message>
        <source>Previous sen&amp;tence</source>
        <translation>上一句(&amp;T)</translation>
    </message>
    <message>
        <source>Next &amp;paragraph</source>
        <translation>下一段(&amp;P)</translation>
    </message>
    <message>
        <source>Previous paragrap&amp;h</source>
        <translation>上一段(&amp;H)</translation>
    </message>
    <message>
        <source>To the end of the &amp;clause</source>
        <translation>到分句末尾(&amp;C)</translation>
    </message>
    <message>
        <source>Back by a c&amp;lause</source>
        <translation>退回一分句(&amp;L)</translation>
    </message>
    <message>
        <source>To the end of the s&amp;entence</source>
        <translation>到句末(&amp;E)</translation>
    </message>
    <message>
        <source>Back by a sen&amp;tence</source>
        <translation>退回一句(&amp;T)</translation>
    </message>
    <message>
        <source>To the end of the &amp;paragraph</source>
        <translation>到段末(&amp;P)</translation>
    </message>
    <message>
        <source>Back by a paragrap&amp;h</source>
        <translation>退回一段(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Edit the annotation</source>
        <translation>编辑标注(&amp;E)</translation>
    </message>
    <message>
        <source>Split at t&amp;he caret</source>
        <translation>在光标处拆开(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Join with the next of its layer</source>
        <translation>与同一标注层的下一条合并(&amp;J)</translation>
    </message>
    <message>
        <source>Find an&amp;other tag for it</source>
        <translation>换一个标签(&amp;O)</translation>
    </message>
    <message>
        <source>Move a &amp;border</source>
        <translation>移动边界(&amp;B)</translation>
    </message>
    <message>
        <source>End border a &amp;word right</source>
        <translation>结束边界右移一词(&amp;W)</translation>
    </message>
    <message>
        <source>End border a w&amp;ord left</source>
        <translation>结束边界左移一词(&amp;O)</translation>
    </message>
    <message>
        <source>Start border a wo&amp;rd right</source>
        <translation>起始边界右移一词(&amp;R)</translation>
    </message>
    <message>
        <source>Start border a wor&amp;d left</source>
        <translation>起始边界左移一词(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keys of the keyboard</source>
        <translation>键盘按键(&amp;K)</translation>
    </message>
    <message>
        <source>C&amp;hange the keys…</source>
        <translation>更改按键(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Find in the article…</source>
        <translation>在文章中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>查找下一处(&amp;X)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一处(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Mark all occurrences…</source>
        <translation>标注所有出现之处(&amp;M)…</translation>
    </message>
    <message>
        <source>Copy &amp;with source</source>
        <translation>连同出处复制(&amp;W)</translation>
    </message>
    <message>
        <source>Copy as tab&amp;le rows</source>
        <translation>复制为表格行(&amp;L)</translation>
    </message>
    <message>
        <source>Find a &amp;tag or action</source>
        <translation>查找标签或操作(&amp;T)</translation>
    </message>
    <message>
        <source>La&amp;yers</source>
        <translation>标注层(&amp;Y)</translation>
    </message>
    <message>
        <source>La&amp;yers: {shown}</source>
        <translation>标注层：{shown}(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Go to the selected step of the history</source>
        <translation>前往历史中选中的步骤(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Memo on the project</source>
        <translation>项目的备注(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Memo on this article</source>
        <translation>本文的备注(&amp;M)</translation>
    </message>
    <message>
        <source>Me&amp;mo on the category</source>
        <translation>类目的备注(&amp;M)</translation>
    </message>
    <message>
        <source>Choose an annotat&amp;ion here…</source>
        <translation>选择此处的标注(&amp;I)…</translation>
    </message>
    <message>
        <source>Export a&amp;gain</source>
        <translation>再次导出(&amp;G)</translation>
    </message>
    <message>
        <source>Count the time &amp;worked</source>
        <translation>记录用时(&amp;W)</translation>
    </message>
</context>
<context>
    <name>AnnotationEditor</name>
    <message>
        <source>{field}: {complaint}</source>
        <translation>{field}：{complaint}</translation>
    </message>
    <message>
        <source>△ lost its place: Edit, Place anew</source>
        <translation>△ 失去位置：编辑 → 重新定位</translation>
    </message>
    <message>
        <source>Click an annotation in the text or the table to edit it.</source>
        <translation>点击正文或表格中的一条标注，即可在此编辑。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove this annotation (Delete); it can be undone</source>
        <translation>删除这条标注（Delete），可以撤销</translation>
    </message>
</context>
<context>
    <name>AnnotationForm</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>certainty</source>
        <translation>确定性</translation>
    </message>
    <message>
        <source>memo</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>why, doubts, links to elsewhere</source>
        <translation>理由、疑问、与别处的联系</translation>
    </message>
</context>
<context>
    <name>AnnotationsModel</name>
    <message>
        <source>incomplete: {missing}</source>
        <translation>还缺：{missing}</translation>
    </message>
    <message>
        <source>lost its place</source>
        <translation>失去位置</translation>
    </message>
    <message>
        <source>Layer</source>
        <extracomment>The column that says where in the text, and those for more than one article or coder. The column that takes the room which the others leave, and how wide the columns are.</extracomment>
        <translation>标注层</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Further values</source>
        <translation>其他变量</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>确定性</translation>
    </message>
    <message>
        <source>¶</source>
        <translation>¶</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码员</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>按标注层</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类目</translation>
    </message>
    <message>
        <source>By coder</source>
        <translation>按编码员</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>按文章</translation>
    </message>
</context>
<context>
    <name>ArticleFlow</name>
    <message>
        <source>“{title}” is done, with annotations that are incomplete: {count}.</source>
        <translation>《{title}》已标为完成，但还有 {count} 条标注不完整。</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>列出</translation>
    </message>
</context>
<context>
    <name>ArticlesModel</name>
    <message>
        <source>annotations: {count}</source>
        <translation>标注 {count} 条</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
</context>
<context>
    <name>ArticlesPanel</name>
    <message>
        <source>Filter articles</source>
        <translation>筛选文章</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No article matches “{typed}”</source>
        <translation>没有与“{typed}”相符的文章</translation>
    </message>
    <message>
        <source>Drop articles here
or choose File › Import</source>
        <translation>把文章拖放到这里
或选择“文件 › 导入文章”</translation>
    </message>
</context>
<context>
    <name>AsWhat</name>
    <message>
        <source>As what</source>
        <translation>存成什么</translation>
    </message>
    <message>
        <source>safe in Excel</source>
        <translation>适合 Excel</translation>
    </message>
    <message>
        <source>as it is, with a byte order mark</source>
        <translation>保持原样，带 BOM</translation>
    </message>
    <message>
        <source>as it is, plain UTF-8</source>
        <translation>保持原样，不带 BOM</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>CSV &amp;files</source>
        <translation>CSV 文件(&amp;F)</translation>
    </message>
    <message>
        <source>separated &amp;by</source>
        <translation>分隔符(&amp;B)</translation>
    </message>
    <message>
        <source>Labels &amp;in</source>
        <translation>名称用(&amp;I)</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Projects (*.workbench)</source>
        <translation>项目 (*.workbench)</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>导入文章</translation>
    </message>
    <message>
        <source>Articles and tables of articles</source>
        <translation>文章和文章表格</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a folder of articles</source>
        <translation>导入一个文件夹里的文章</translation>
    </message>
    <message>
        <source>Choose a codebook</source>
        <translation>选择编码手册</translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation>编码手册</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>导出编码手册</translation>
    </message>
    <message>
        <source>“{file}” exists already. Replace it?</source>
        <translation>“{file}”已经存在，要替换吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Export the dataset into a folder</source>
        <translation>把数据集导出到文件夹</translation>
    </message>
    <message>
        <source>Pizhu Workbench</source>
        <translation>批注工作台</translation>
    </message>
    <message>
        <source>Coded projects of other programs</source>
        <translation>其他程序的已编码项目</translation>
    </message>
</context>
<context>
    <name>AskColumns</name>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
</context>
<context>
    <name>BelowTabs</name>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Tables below the article</source>
        <translation>文章下方的表格</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>立场陈述</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>CategoryPicker</name>
    <message>
        <source>&amp;Merge into another category…</source>
        <translation>并入另一类目(&amp;M)…</translation>
    </message>
</context>
<context>
    <name>ChangeLayerDialog</name>
    <message>
        <source>Move from {layer}</source>
        <translation>从“{layer}”移出</translation>
    </message>
    <message>
        <source>The other layer</source>
        <translation>另一标注层</translation>
    </message>
    <message>
        <source>&amp;To the layer:</source>
        <translation>移到标注层(&amp;T)：</translation>
    </message>
    <message>
        <source>Each value goes to this variable of it:</source>
        <translation>各变量的值归入它的哪个变量：</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>— left out</source>
        <translation>— 不保留</translation>
    </message>
</context>
<context>
    <name>ChangeSeveralDialog</name>
    <message>
        <source>Change several: {layer}</source>
        <translation>批量修改：{layer}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>What is checked gets the value beside it; without one it is not coded.</source>
        <translation>勾选的变量取旁边的值；旁边没有值，即为未编码。</translation>
    </message>
    <message>
        <source>Change {variable}</source>
        <translation>修改“{variable}”</translation>
    </message>
</context>
<context>
    <name>CheckFlow</name>
    <message>
        <source>Something is wrong in this project ({count} found): run “workbench check” on its file to see what.</source>
        <translation>这个项目有问题（共 {count} 处）：对项目文件运行 workbench check 可以看到是哪些。</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Add “{text}” to: {list}</source>
        <extracomment>Nobody scrolls further than this; typing finds the rest.</extracomment>
        <translation>把“{text}”添加到：{list}</translation>
    </message>
    <message>
        <source>the same as {name} in: {list}</source>
        <translation>对应“{list}”中的“{name}”</translation>
    </message>
</context>
<context>
    <name>ChoosingFlow</name>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>Codebook</name>
    <message>
        <source>Numeric code</source>
        <translation>数字代码</translation>
    </message>
    <message>
        <source>Score; empty is off the scale</source>
        <translation>分值；留空即不在量表上</translation>
    </message>
    <message>
        <source>Code, score</source>
        <translation>代码、分值</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Found in the text by</source>
        <translation>在文中据以识别</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Aliases, one a line</source>
        <translation>别名，每行一个</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>匹配规则</translation>
    </message>
    <message>
        <source>Patterns (regular expressions), one a line</source>
        <translation>匹配规则（正则表达式），每行一条</translation>
    </message>
    <message>
        <source>Regular expressions of Python; \p{Han} is any Chinese character. Approximate matching is not possible.</source>
        <translation>Python 的正则表达式；\p{Han} 表示任意汉字。不支持近似匹配。</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Beside other categories</source>
        <translation>与其他类目的关系</translation>
    </message>
    <message>
        <source>Stands under</source>
        <translation>上级类目</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Members of a compound, such as the states of a group</source>
        <translation>组合的成员，例如国家集团的各国</translation>
    </message>
    <message>
        <source>Twin</source>
        <translation>对应类目</translation>
    </message>
    <message>
        <source>Twin: the same thing in another list</source>
        <translation>对应类目：另一代码表中的同一事物</translation>
    </message>
    <message>
        <source>In the tag panel</source>
        <translation>在标签面板中</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Colour, shortcut</source>
        <translation>颜色、快捷键</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Label</source>
        <extracomment>From an item and a value (a text, a number, or whatever `read` gives) to the changed item.</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Label in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Label in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Key in the dataset</source>
        <translation>数据集中的键名</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键名</translation>
    </message>
    <message>
        <source>Rules for the coder (Chinese, English)</source>
        <translation>给编码员的规则（中文、英文）</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>纳入规则</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>排除规则</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>{label} in Chinese</source>
        <translation>{label}（中文）</translation>
    </message>
    <message>
        <source>{label} in English</source>
        <translation>{label}（英文）</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注对象</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>画法</translation>
    </message>
    <message>
        <source>Complete when it has, of each line, at least one</source>
        <translation>完整的条件：每行至少有一个变量有值</translation>
    </message>
    <message>
        <source>Wished for: where one holds a category, at least one other</source>
        <translation>补充要求：某变量取某类目时，另一变量至少填一个</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>去掉这一行</translation>
    </message>
    <message>
        <source>Complete when</source>
        <translation>完整的条件</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>取值为</translation>
    </message>
    <message>
        <source>one wishes for</source>
        <translation>还要填写</translation>
    </message>
    <message>
        <source>Add a wish</source>
        <translation>添加一条补充要求</translation>
    </message>
    <message>
        <source>Remove the wish</source>
        <translation>去掉这条补充要求</translation>
    </message>
    <message>
        <source>Wished for</source>
        <translation>补充要求</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Code list</source>
        <translation>代码表</translation>
    </message>
    <message>
        <source>Takes several values, in order</source>
        <translation>可取多个值，按次序</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Folded away in the form until it is wanted</source>
        <translation>在表单中折叠，需要时再展开</translation>
    </message>
    <message>
        <source>Offers only those that</source>
        <translation>只提供具有此属性的</translation>
    </message>
    <message>
        <source>The order of its categories is a scale</source>
        <translation>类目的次序即为量表</translation>
    </message>
    <message>
        <source>Attributes that each category may have</source>
        <translation>各类目可有的属性</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Add an attribute</source>
        <translation>添加属性</translation>
    </message>
    <message>
        <source>Remove the attribute</source>
        <translation>去掉这一属性</translation>
    </message>
    <message>
        <source>tinted ground</source>
        <translation>底色</translation>
    </message>
    <message>
        <source>bracket</source>
        <translation>方括号</translation>
    </message>
    <message>
        <source>thick line</source>
        <translation>粗线</translation>
    </message>
    <message>
        <source>dotted line</source>
        <translation>点线</translation>
    </message>
    <message>
        <source>thin line</source>
        <translation>细线</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>标注层</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>代码表</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>CodebookColumnsDialog</name>
    <message>
        <source>Columns of the codebook</source>
        <translation>编码手册的各列</translation>
    </message>
    <message>
        <source>Choose what each column of the file holds.</source>
        <translation>请选择文件的每一列是什么。</translation>
    </message>
    <message>
        <source>Look at the codebook</source>
        <translation>查看编码手册</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>（略去）</translation>
    </message>
</context>
<context>
    <name>CodebookFiles</name>
    <message>
        <source>Exporting the codebook</source>
        <translation>正在导出编码手册</translation>
    </message>
    <message>
        <source>The codebook is in “{file}”.</source>
        <translation>编码手册已写入“{file}”。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Reading the codebook</source>
        <translation>正在读取编码手册</translation>
    </message>
    <message>
        <source>{format}, code lists: {lists}, categories: {categories}</source>
        <translation>{format}，代码表 {lists} 个，类目 {categories} 个</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>各列</translation>
    </message>
    <message>
        <source>“{file}” is in the codebook. Undo takes it back.</source>
        <translation>“{file}”已并入编码手册，可以撤销。</translation>
    </message>
</context>
<context>
    <name>CodebookWindow</name>
    <message>
        <source>Select a layer, a variable, a code list or a category to edit it. “New” adds one; several categories can be merged or retired together.</source>
        <translation>选择标注层、变量、代码表或类目即可编辑。“新建”可添加；选中多个类目可一并合并或停用。</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 项</translation>
    </message>
    <message>
        <source>{name}: not used yet</source>
        <translation>{name}：尚未使用</translation>
    </message>
    <message>
        <source>{name} — annotations: {count}</source>
        <translation>{name} — 标注 {count} 条</translation>
    </message>
    <message>
        <source>Nothing in the codebook is called “{typed}”</source>
        <translation>编码手册中没有叫“{typed}”的</translation>
    </message>
    <message>
        <source>Codebook — {name}</source>
        <translation>编码手册 — {name}</translation>
    </message>
    <message>
        <source>Filter the codebook</source>
        <translation>筛选编码手册</translation>
    </message>
    <message>
        <source>The codebook</source>
        <translation>编码手册</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>CodedFlow</name>
    <message>
        <source>“{name}” is imported; undo takes it back.  {counts}</source>
        <translation>“{name}”已导入，可一次撤销。  {counts}</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
    <message>
        <source>“{name}”, a project coded in another program ({file})</source>
        <translation>“{name}”，在其他程序中编码的项目（{file}）</translation>
    </message>
    <message>
        <source>{new} new, {there} here already</source>
        <translation>新增 {new}，已有 {there}</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>New coders</source>
        <translation>新增编码员</translation>
    </message>
</context>
<context>
    <name>CoderDialog</name>
    <message>
        <source>Who is coding?</source>
        <translation>谁在编码？</translation>
    </message>
    <message>
        <source>Name of the coder</source>
        <translation>编码员姓名</translation>
    </message>
    <message>
        <source>Annotations are kept apart by coder, so that several can be compared. Use the same name on every computer.</source>
        <translation>标注按编码员分别保存，以便互相比较。请在每台电脑上使用同一个名字。</translation>
    </message>
    <message>
        <source>&amp;Name or abbreviation</source>
        <translation>姓名或代号(&amp;N)</translation>
    </message>
</context>
<context>
    <name>Coding</name>
    <message>
        <source>No other article of the list is left to do.</source>
        <translation>列表中没有其他未完成的文章了。</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”, so it does not mark “{tag}”.</source>
        <translation>{key} 是“{action}”的按键，因此不标注“{tag}”。</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose a hue</source>
        <extracomment>Hues that tell groups of categories apart, on light and on dark ground.</extracomment>
        <translation>选择色相</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Te&amp;xt</source>
        <translation>正文(&amp;X)</translation>
    </message>
    <message>
        <source>Columns of a table</source>
        <translation>表格的各列</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>工作表(&amp;S)</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>表格的前几行</translation>
    </message>
    <message>
        <source>Look at the articles</source>
        <translation>查看文章</translation>
    </message>
    <message>
        <source>Leave the table out</source>
        <translation>不用这个表格</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>{table}, rows: {rows}. Choose the column of each field.</source>
        <translation>{table}，共 {rows} 行。请为各项选择所在的列。</translation>
    </message>
    <message>
        <source>Choose the column that holds the text.</source>
        <translation>请选择正文所在的列。</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>As it came</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>导入后的文章</translation>
    </message>
    <message>
        <source>— Notes, kept apart —</source>
        <translation>——另存的注释——</translation>
    </message>
</context>
<context>
    <name>Completeness</name>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>✓ complete</source>
        <translation>✓ 完整</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>○ incomplete: {names}</source>
        <translation>○ 还缺：{names}</translation>
    </message>
    <message>
        <source>✗ not saved: {names}</source>
        <translation>✗ 未保存：{names}</translation>
    </message>
    <message>
        <source>{name} was not in office: {date}</source>
        <translation>{name}当时不在任：{date}</translation>
    </message>
    <message>
        <source>missing: {names} ({category})</source>
        <translation>尚缺：{names}（{category}）</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copied: {count}</source>
        <translation>已复制：{count} 条</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>《{title}》</translation>
    </message>
    <message>
        <source>para. {number}</source>
        <translation>第 {number} 段</translation>
    </message>
    <message>
        <source>“{quote}” ({source})</source>
        <translation>“{quote}”（{source}）</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct the text of “{title}”</source>
        <translation>改正“{title}”的正文</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Annotations that would lose their place</source>
        <translation>将失去位置的标注</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>Annotations move along with their passages. One that loses its place stays in the table of annotations and can be placed anew. All of it is one step that can be undone.</source>
        <translation>标注随所在的片段移动。失去位置的标注仍留在标注表中，可以重新定位。全部改动是一步，可以撤销。</translation>
    </message>
    <message>
        <source>Clean the original &amp;anew</source>
        <translation>重新清理原件(&amp;A)</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>还没有改动。</translation>
    </message>
    <message>
        <source>annotations that keep their quote: {count}</source>
        <translation>引文不变的标注：{count}</translation>
    </message>
    <message>
        <source>whose quote changes: {count}</source>
        <translation>引文有变：{count}</translation>
    </message>
    <message>
        <source>△ that lose their place: {count}</source>
        <translation>△ 失去位置：{count}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>A fault of the program</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Something went wrong that is our fault. Your work up to the last change is saved. Please send us the report below, then go on or start the program again.</source>
        <translation>程序出了错，是我们的责任。您到上一次改动为止的工作都已保存。请把下面的报告发给我们，然后继续工作或重新启动程序。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>CuttingPane</name>
    <message>
        <source>Cut</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Cut what is selected (Delete)</source>
        <translation>删去选中的文字（Delete）</translation>
    </message>
    <message>
        <source>Cut agai&amp;n</source>
        <translation>再次删去(&amp;N)</translation>
    </message>
    <message>
        <source>Cut again what was taken back here (Enter, or a click)</source>
        <translation>再次删去此处已恢复的内容（回车，或单击）</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>恢复(&amp;B)</translation>
    </message>
    <message>
        <source>Take back the cut at the caret, or all that is selected (Enter, or a click)</source>
        <translation>恢复光标处的删节，或选中范围内的全部删节（回车，或单击）</translation>
    </message>
    <message>
        <source>Click on a cut to take it back; select words and press Delete to cut.</source>
        <translation>单击删节处即可恢复；选中文字后按 Delete 即可删去。</translation>
    </message>
    <message>
        <source>That would change nothing, or leave nothing of the article.</source>
        <translation>这样做不会有任何变化，或者文章会一字不剩。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>“{text}” is not a date: write 2025, 2025-08 or 2025-08-25, or two with a slash.</source>
        <translation>“{text}”不是日期：请写 2025、2025-08 或 2025-08-25，区间用斜线连接。</translation>
    </message>
    <message>
        <source>“{text}” hangs on the date of publication, which is not known so exactly: leave the date empty, the passage keeps the words.</source>
        <translation>“{text}”要从发表日期推算，而发表日期不详或不够确切：日期请留空，片段保留原文的说法。</translation>
    </message>
    <message>
        <source>the date of publication is not known so exactly</source>
        <translation>发表日期不详或不够确切</translation>
    </message>
    <message>
        <source>not a date yet</source>
        <translation>还不是日期</translation>
    </message>
    <message>
        <source>2025, 2025-08, 2025-08-25</source>
        <translation>2025、2025-08、2025-08-25</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Opening {name}</source>
        <extracomment>The open project, once its article is shown.</extracomment>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>“{name}” is under way. Wait for it, or stop it and close?</source>
        <translation>“{name}”尚未完成。等它完成，还是停止并关闭？</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Making {name}</source>
        <translation>正在创建 {name}</translation>
    </message>
    <message>
        <source>Making the example</source>
        <translation>正在准备示例</translation>
    </message>
    <message>
        <source>Articles go into a project. Open one or make a new one: what was dropped is read as soon as it is there.</source>
        <translation>文章要放进项目里。请打开或新建一个项目：项目就绪后即读取拖入的文件。</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Marks that could not be saved: {count}. They are lost if you close.</source>
        <translation>有 {count} 条标注未能保存，关闭后将会丢失。</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>放弃这些标注并关闭</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Details of the article</source>
        <translation>文章信息</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>G&amp;enre (guessed)</source>
        <translation>体裁（猜测）(&amp;E)</translation>
    </message>
    <message>
        <source>2025, 2025-08 or 2025-08-25</source>
        <translation>2025、2025-08 或 2025-08-25</translation>
    </message>
    <message>
        <source>Time worked</source>
        <translation>用时</translation>
    </message>
</context>
<context>
    <name>EverywhereDialog</name>
    <message>
        <source>“{name}” in the whole project</source>
        <translation>整个项目中的“{name}”</translation>
    </message>
    <message>
        <source>Passages that would be marked</source>
        <translation>将要标注的片段</translation>
    </message>
    <message>
        <source>Passages where the codebook suggests “{name}” and nothing is coded so. What is ticked is marked in one step that can be undone.</source>
        <translation>编码手册建议“{name}”而尚未如此标注的片段。勾选的片段一步标注完成，可以撤销。</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>全部勾选(&amp;A)</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>全不勾选(&amp;N)</translation>
    </message>
    <message>
        <source>Mark passages: {count}</source>
        <translation>标注片段：{count}</translation>
    </message>
</context>
<context>
    <name>EverywhereFlow</name>
    <message>
        <source>Looking for “{name}”</source>
        <translation>正在查找“{name}”</translation>
    </message>
    <message>
        <source>“{name}” is suggested nowhere any more.</source>
        <translation>项目中不再有“{name}”的建议。</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>正在标注</translation>
    </message>
    <message>
        <source>Passages marked: {count}.</source>
        <translation>已标注片段：{count}。</translation>
    </message>
    <message>
        <source>Nothing was marked.</source>
        <translation>未作标注。</translation>
    </message>
</context>
<context>
    <name>ExportCodebookDialog</name>
    <message>
        <source>Export the codebook</source>
        <translation>导出编码手册</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>&amp;Labels and headings in</source>
        <translation>名称与标题的语言(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the dataset</source>
        <translation>导出数据集</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>存到哪里</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>Counting… {share:.0%}</source>
        <translation>正在计数… {share:.0%}</translation>
    </message>
    <message>
        <source>Tables: {tables}, rows: {rows}</source>
        <translation>表：{tables}，行：{rows}</translation>
    </message>
    <message>
        <source>Choose a format.</source>
        <translation>请选择一种格式。</translation>
    </message>
    <message>
        <source>Choose a table.</source>
        <translation>请选择一个表。</translation>
    </message>
    <message>
        <source>An earlier export is there; it is replaced when all is written.</source>
        <translation>这里已有一次导出；全部写好之后才会取代它。</translation>
    </message>
    <message>
        <source>With scripts that load it into R, Python, Stata and SPSS, and a README.</source>
        <translation>附带载入 R、Python、Stata、SPSS 的脚本和说明文件 README。</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>“{folder}” holds an export already. Replace it?</source>
        <translation>“{folder}”中已有导出的数据集，要替换吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>The dataset is in “{folder}”: {tables} tables.</source>
        <translation>数据集已存入“{folder}”：{tables} 张表。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Long texts or labels were cut in {files}; README.txt says which.</source>
        <translation>{files} 中截短了过长的文字或名称，详见 README.txt。</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>&amp;CSV</source>
        <extracomment>A format by its word; those of projects are files of other programs beside the tables.</extracomment>
        <translation>CSV 表(&amp;C)</translation>
    </message>
    <message>
        <source>E&amp;xcel (.xlsx)</source>
        <translation>E&amp;xcel（.xlsx）</translation>
    </message>
    <message>
        <source>&amp;Stata (.dta)</source>
        <translation>&amp;Stata（.dta）</translation>
    </message>
    <message>
        <source>S&amp;PSS (.sav)</source>
        <translation>S&amp;PSS（.sav）</translation>
    </message>
    <message>
        <source>Par&amp;quet</source>
        <translation>Parquet 文件(&amp;Q)</translation>
    </message>
    <message>
        <source>SQ&amp;Lite</source>
        <translation>SQLite 数据库(&amp;L)</translation>
    </message>
    <message>
        <source>R, Python and any other program</source>
        <translation>R、Python 和任何其他软件</translation>
    </message>
    <message>
        <source>to look at and filter: a sheet a table</source>
        <translation>便于查看和筛选，一个表一张工作表</translation>
    </message>
    <message>
        <source>Stata, and R by haven: labels, missing values</source>
        <translation>Stata，R 也可用 haven 读：带值标签和缺失值</translation>
    </message>
    <message>
        <source>SPSS and PSPP: labels, missing values</source>
        <translation>SPSS 和 PSPP：带值标签和缺失值</translation>
    </message>
    <message>
        <source>large data in Python and R: small and fast</source>
        <translation>Python 和 R 中的大数据：小而快</translation>
    </message>
    <message>
        <source>programs: an object a row</source>
        <translation>程序：一行一个对象</translation>
    </message>
    <message>
        <source>SQL: one database, with views of labels</source>
        <translation>SQL：一个数据库，带名称的视图</translation>
    </message>
    <message>
        <source>JSO&amp;N Lines</source>
        <translation>JSON Lines 文件(&amp;N)</translation>
    </message>
    <message>
        <source>Net&amp;works (.graphml)</source>
        <translation>网络（.graphml）(&amp;W)</translation>
    </message>
    <message>
        <source>R&amp;EFI-QDA (.qdpx)</source>
        <translation>REFI-QDA（.qdpx）(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;UIMA (.xmi)</source>
        <translation>UIMA（.xmi）(&amp;U)</translation>
    </message>
    <message>
        <source>UIMA (.&amp;json)</source>
        <translation>UIMA（.json）(&amp;J)</translation>
    </message>
    <message>
        <source>Gephi, igraph, networkx: who stands where</source>
        <translation>Gephi、igraph、networkx：谁持什么立场</translation>
    </message>
    <message>
        <source>NVivo, MAXQDA, ATLAS.ti: the coded articles</source>
        <translation>NVivo、MAXQDA、ATLAS.ti：编码后的文章</translation>
    </message>
    <message>
        <source>NLP tools: a document an article</source>
        <translation>自然语言处理工具：一篇文章一个文件</translation>
    </message>
    <message>
        <source>the same as JSON</source>
        <translation>同上，JSON 格式</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>No value: not applicable, undecidable (Ctrl+M)</source>
        <translation>无值：不适用、无法判断（Ctrl+M）</translation>
    </message>
    <message>
        <source>{name}: no value</source>
        <translation>{name}：无值</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日文</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩文</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法文</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德文</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙文</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄文</translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>2025-08-25 or 2025</source>
        <translation>2025-08-25 或 2025</translation>
    </message>
</context>
<context>
    <name>FilesDelegate</name>
    <message>
        <source>kept {kept} · cut {cut}</source>
        <translation>保留 {kept} 字 · 删去 {cut} 字</translation>
    </message>
    <message>
        <source>kept {kept} · in notes {noted} · cut {cut}</source>
        <translation>保留 {kept} 字 · 注释 {noted} 字 · 删去 {cut} 字</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>cut as in “{title}”</source>
        <translation>按“{title}”中的决定删留</translation>
    </message>
    <message>
        <source>a table; left out</source>
        <translation>表格，未导入</translation>
    </message>
    <message>
        <source>not an article&apos;s kind of file; left out</source>
        <translation>不像是文章的文件，不导入</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新文章</translation>
    </message>
    <message>
        <source>the same file as “{title}”</source>
        <translation>与《{title}》是同一个文件</translation>
    </message>
    <message>
        <source>{share} like “{title}”</source>
        <translation>与《{title}》相似 {share}</translation>
    </message>
    <message>
        <source>will be imported</source>
        <translation>仍要导入</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>will be imported and linked</source>
        <translation>导入并关联</translation>
    </message>
</context>
<context>
    <name>FilesPanel</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>需要看看</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>要导入的文件</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Hits: {count}</source>
        <translation>共 {count} 处</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>Mark all…</source>
        <translation>全部标注…</translation>
    </message>
    <message>
        <source>Mark all occurrences</source>
        <translation>标注所有出现之处</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>FindFlow</name>
    <message>
        <source>“{words}” is not in this article.</source>
        <translation>本文中没有“{words}”。</translation>
    </message>
</context>
<context>
    <name>FinderBox</name>
    <message>
        <source>type to find</source>
        <translation>输入以查找</translation>
    </message>
    <message>
        <source>Find another tag for the annotation</source>
        <translation>为这条标注另找标签</translation>
    </message>
    <message>
        <source>Find a tag or an action, also by pinyin</source>
        <translation>查找标签或操作（名称、别名或拼音）</translation>
    </message>
</context>
<context>
    <name>Forecasts</name>
    <message>
        <source>scored</source>
        <translation>已计分</translation>
    </message>
    <message>
        <source>question open</source>
        <translation>问题未定</translation>
    </message>
    <message>
        <source>no probability</source>
        <translation>没有概率</translation>
    </message>
    <message>
        <source>condition open</source>
        <translation>条件未定</translation>
    </message>
    <message>
        <source>void: condition not met</source>
        <translation>作废：条件未实现</translation>
    </message>
    <message>
        <source>a later one counts</source>
        <translation>后面另有一条计入</translation>
    </message>
    <message>
        <source>no question</source>
        <translation>没有预测问题</translation>
    </message>
    <message>
        <source>by claimant</source>
        <translation>按论断者</translation>
    </message>
    <message>
        <source>by author</source>
        <translation>按作者</translation>
    </message>
    <message>
        <source>by outlet</source>
        <translation>按媒体</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
</context>
<context>
    <name>ForecastsPanel</name>
    <message>
        <source>No question yet: code a claim as a forecast and add its question there</source>
        <translation>还没有预测问题：把一条论断标为预测，在那里添加它的问题</translation>
    </message>
    <message>
        <source>No forecast matches “{typed}”</source>
        <translation>没有符合“{typed}”的预测</translation>
    </message>
    <message>
        <source>Filter forecasts</source>
        <translation>筛选预测</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>预测</translation>
    </message>
</context>
<context>
    <name>FormPopup</name>
    <message>
        <source>Nothing was marked.</source>
        <translation>未作标注。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter: next · Ctrl+Enter: save · Esc: cancel</source>
        <translation>Enter 下一项 · Ctrl+Enter 保存 · Esc 取消</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>&amp;Workbench (.json)</source>
        <translation>批注工作台（.json）(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Table (.csv)</source>
        <translation>表格（.csv）(&amp;T)</translation>
    </message>
    <message>
        <source>E&amp;xcel (.xlsx)</source>
        <translation>Excel（.xlsx）(&amp;X)</translation>
    </message>
    <message>
        <source>Ta&amp;guette (.csv)</source>
        <translation>Taguette（.csv）(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;REFI-QDA (.qdc)</source>
        <translation>REFI-QDA（.qdc）(&amp;R)</translation>
    </message>
    <message>
        <source>To print: &amp;page (.html)</source>
        <translation>供打印：网页（.html）(&amp;P)</translation>
    </message>
    <message>
        <source>To print: Wor&amp;d (.docx)</source>
        <translation>供打印：Word（.docx）(&amp;D)</translation>
    </message>
    <message>
        <source>Everything, with layers and variables.</source>
        <translation>全部内容，包括标注层和变量。</translation>
    </message>
    <message>
        <source>The code lists, a row a category; opens anywhere.</source>
        <translation>代码表，一行一个类目；什么软件都能打开。</translation>
    </message>
    <message>
        <source>The code lists, a row a category, in a sheet.</source>
        <translation>代码表，一行一个类目，写在一张工作表里。</translation>
    </message>
    <message>
        <source>Names, parents, descriptions and counts.</source>
        <translation>名称、上级、说明和次数。</translation>
    </message>
    <message>
        <source>The code lists for NVivo, MAXQDA, ATLAS.ti and others; the rest as text.</source>
        <translation>代码表，供 NVivo、MAXQDA、ATLAS.ti 等软件使用；其余内容写成文字。</translation>
    </message>
    <message>
        <source>Definitions, rules, examples and counts on a page.</source>
        <translation>网页，列出定义、规则、示例和次数。</translation>
    </message>
    <message>
        <source>The same as a Word file, for a paper’s appendix.</source>
        <translation>同样内容的 Word 文件，可作论文附录。</translation>
    </message>
</context>
<context>
    <name>FreezeDialog</name>
    <message>
        <source>Freeze a version of the codebook</source>
        <translation>冻结编码手册的一个版本</translation>
    </message>
    <message>
        <source>v3, after the pilot</source>
        <translation>第三版，试编码之后</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>N&amp;ote:</source>
        <translation>说明(&amp;O)：</translation>
    </message>
    <message>
        <source>The codebook is kept as it is now, to be compared with later ones. You go on editing it; what is coded from now on belongs to this version.</source>
        <translation>保存编码手册现在的样子，以便与以后的版本比较。手册可继续编辑；此后的编码属于这个版本。</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>key</source>
        <translation>键名</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>retired: not offered any more</source>
        <translation>已停用，不再提供选择</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>匹配规则</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>上级类目</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>下级类目</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Member of</source>
        <translation>所属群体</translation>
    </message>
    <message>
        <source>The same as</source>
        <translation>对应类目</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注对象</translation>
    </message>
    <message>
        <source>Complete with</source>
        <translation>完整的条件</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键名</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Code list</source>
        <translation>代码表</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>{kind}, several</source>
        <translation>{kind}，可取多个值</translation>
    </message>
    <message>
        <source>Use</source>
        <extracomment>Nobody reads further than this down a page; typing finds the rest.</extracomment>
        <translation>使用</translation>
    </message>
    <message>
        <source>Chosen in</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>标注层</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>代码表</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>and {count} more: type above to find one</source>
        <translation>还有 {count} 个：在上方输入即可查找</translation>
    </message>
    <message>
        <source>Nothing in the codebook is called so.</source>
        <translation>编码手册中没有这样的名称。</translation>
    </message>
    <message>
        <source>The codebook does not have it any more.</source>
        <extracomment>What there is a page of.</extracomment>
        <translation>编码手册中已没有这一条。</translation>
    </message>
    <message>
        <source>Found for “{text}”</source>
        <translation>查找“{text}”的结果</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>link to other annotations</source>
        <translation>与其他标注的连接</translation>
    </message>
    <message>
        <source>a stretch of text</source>
        <translation>一段文字</translation>
    </message>
    <message>
        <source>the whole article</source>
        <translation>整篇文章</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>annotations: {annotations} · articles: {articles} · coders: {coders}</source>
        <translation>标注 {annotations} 条 · 文章 {articles} 篇 · 编码员 {coders} 位</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Codebook</source>
        <translation>编码手册</translation>
    </message>
    <message>
        <source>Find in the codebook</source>
        <translation>在编码手册中查找</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码员</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>◂ you are here</source>
        <translation>◂ 现在在此</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>尚无操作</translation>
    </message>
    <message>
        <source>Go to the selected step</source>
        <extracomment>Another step is selected, or there is another way to it.</extracomment>
        <translation>前往选中的步骤</translation>
    </message>
    <message>
        <source>Go back to after this step (takes back: {count})</source>
        <translation>回到这一步之后（撤销 {count} 步）</translation>
    </message>
    <message>
        <source>Go forward to after this step (repeats: {count})</source>
        <translation>前进到这一步之后（重做 {count} 步）</translation>
    </message>
</context>
<context>
    <name>ImportCodebookDialog</name>
    <message>
        <source>Import a codebook</source>
        <extracomment>What the dialog returns if the columns are to be chosen.</extracomment>
        <translation>导入编码手册</translation>
    </message>
    <message>
        <source>&amp;Replace the codebook; what is coded and not in the file is retired</source>
        <translation>取代整个编码手册；已用于编码而文件中没有的，改为停用(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Replace the code lists of the same key; layers and other lists stay</source>
        <translation>取代键名相同的代码表；标注层和其他代码表不变(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add what is missing; nothing that is there changes</source>
        <translation>只添加缺少的；已有的不变(&amp;A)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>各列(&amp;C)…</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Nothing would change: everything in the file is there already.</source>
        <translation>没有改动：文件中的内容都已经有了。</translation>
    </message>
    <message>
        <source>&amp;What would change: {count}</source>
        <translation>将有 {count} 处改动(&amp;W)</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>The clipboard holds no text. Copy an article&apos;s text first.</source>
        <translation>剪贴板里没有文字。请先复制文章的文字。</translation>
    </message>
    <message>
        <source>This project is open read-only: no articles can be imported into it.</source>
        <translation>这个项目以只读方式打开，不能导入文章。</translation>
    </message>
    <message>
        <source>These files are read as soon as the import window is closed.</source>
        <translation>导入窗口关闭后就会读取这些文件。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详情…</translation>
    </message>
</context>
<context>
    <name>ImportProjectDialog</name>
    <message>
        <source>What was imported</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Import a coded project</source>
        <translation>导入已编码项目</translation>
    </message>
    <message>
        <source>Changes of the codebook</source>
        <translation>编码手册的变化</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>What does not fit, and what to &amp;know: {count}</source>
        <translation>未能导入的内容及须知(&amp;K)：{count}</translation>
    </message>
    <message>
        <source>What &amp;changes in the codebook: {count}</source>
        <translation>编码手册的变化(&amp;C)：{count}</translation>
    </message>
    <message>
        <source>Nothing would change: everything in the file is here already.</source>
        <translation>不会有变化：文件中的内容这里都有了。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message>
        <source>Import articles</source>
        <translation>导入文章</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last step in this window (Ctrl+Z)</source>
        <translation>撤销在这个窗口里做的上一步（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>You left this table out. To import it, close this window and begin again.</source>
        <translation>您略过了这个表格。要导入它，请关闭本窗口，重新导入。</translation>
    </message>
    <message>
        <source>Nothing says that this file is an article, so it is left out.</source>
        <translation>看不出这个文件是文章，因此不导入。</translation>
    </message>
    <message>
        <source>Import {count}</source>
        <translation>导入 {count} 篇</translation>
    </message>
    <message>
        <source>Import {count}, leave out {out}</source>
        <translation>导入 {count} 篇，不导入 {out} 个文件</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Your cuts are brought to the other files of the site…</source>
        <translation>正在把您的删留用于该站点的其他文件…</translation>
    </message>
    <message>
        <source>Close without importing? What you decided here is forgotten.</source>
        <translation>不导入就关闭吗？您在这里做的决定不会保留。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>InfoBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys of the keyboard</source>
        <translation>键盘按键</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>C&amp;hange the keys…</source>
        <translation>更改按键(&amp;H)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing is called “{typed}”.</source>
        <translation>没有名为“{typed}”的操作。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>By a character</source>
        <extracomment>What the keys do, and the keys.</extracomment>
        <translation>移动一个字符</translation>
    </message>
    <message>
        <source>By a word</source>
        <translation>移动一个词</translation>
    </message>
    <message>
        <source>By a line</source>
        <translation>移动一行</translation>
    </message>
    <message>
        <source>By a screen</source>
        <translation>移动一屏</translation>
    </message>
    <message>
        <source>To the beginning or end of the line</source>
        <translation>到行首或行末</translation>
    </message>
    <message>
        <source>To the beginning or end of the article</source>
        <translation>到文章开头或末尾</translation>
    </message>
    <message>
        <source>Select a character more</source>
        <translation>多选一个字符</translation>
    </message>
    <message>
        <source>Select a word more</source>
        <translation>多选一个词</translation>
    </message>
    <message>
        <source>Select a line more</source>
        <translation>多选一行</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>复制所选</translation>
    </message>
    <message>
        <source>Next or previous field</source>
        <translation>下一栏或上一栏</translation>
    </message>
    <message>
        <source>Choose from the list</source>
        <translation>在列表中选择</translation>
    </message>
    <message>
        <source>Take what is named, and go on</source>
        <translation>采用所输入的名称，继续</translation>
    </message>
    <message>
        <source>Add what is typed to the code list</source>
        <translation>把所输入的添加到代码表</translation>
    </message>
    <message>
        <source>Not applicable, undecidable</source>
        <translation>不适用、无法判断</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>保存表单</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>Next passage to be reviewed</source>
        <translation>下一处待复核片段</translation>
    </message>
    <message>
        <source>The passage is reviewed</source>
        <translation>该片段已复核</translation>
    </message>
    <message>
        <source>Split: the category with that digit</source>
        <translation>拆分：该数字对应的类目</translation>
    </message>
    <message>
        <source>In the text</source>
        <extracomment>Where keys are alive: in the coding window, in the codebook editor, in a form, in a list.</extracomment>
        <translation>在正文中</translation>
    </message>
    <message>
        <source>In a form, and finding a tag</source>
        <translation>在表单中、查找标签时</translation>
    </message>
    <message>
        <source>Passages to be reviewed or split</source>
        <translation>待复核或待拆分的片段</translation>
    </message>
    <message>
        <source>Codebook editor</source>
        <translation>编码手册编辑器</translation>
    </message>
    <message>
        <source>Mark what is selected</source>
        <translation>标注所选文字</translation>
    </message>
    <message>
        <source>The tag that was given that digit</source>
        <translation>设有该数字键的标签</translation>
    </message>
    <message>
        <source>Tag the selected annotation so instead</source>
        <translation>给选中的标注换成该标签</translation>
    </message>
    <message>
        <source>Keys of the keyboard</source>
        <extracomment>The pages by the language that they are in, within the repository.</extracomment>
        <translation>键盘按键</translation>
    </message>
    <message>
        <source>In the window, `?` shows these keys, and Help › Change the keys gives an action another one. On a Mac, Ctrl is ⌘ and Alt is ⌥.</source>
        <translation>在窗口中按 `?` 可查看这些按键；“帮助 › 更改按键”可以为操作另设按键。在 Mac 上，Ctrl 是 ⌘，Alt 是 ⌥。</translation>
    </message>
    <message>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>Double-click or press Return to change it, for all its forecasts</source>
        <translation>双击或按回车可修改，对它的所有预测生效</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Resolved on</source>
        <translation>判定日期</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>论断者</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>布赖尔分</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>片段</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Nothing was cut or replaced.</source>
        <translation>没有删去或替换任何内容。</translation>
    </message>
    <message>
        <source>Previous cut (Shift+F3)</source>
        <translation>上一处删节（Shift+F3）</translation>
    </message>
    <message>
        <source>Next cut (F3)</source>
        <translation>下一处删节（F3）</translation>
    </message>
    <message>
        <source>Go to the next cut of this reason</source>
        <translation>转到因此删去的下一处</translation>
    </message>
</context>
<context>
    <name>LimitDialog</name>
    <message>
        <source>Largest file to import</source>
        <translation>文件大小上限</translation>
    </message>
    <message>
        <source>A larger file is refused, since it takes long and much memory. What archives, tables and documents may hold follows this figure. Usual are {usual} MB.</source>
        <translation>更大的文件费时且占内存，会被拒绝。压缩包、表格和文档所含内容的上限随这个数字而变。通常为 {usual} MB。</translation>
    </message>
    <message>
        <source>&amp;Size of one article&apos;s file</source>
        <translation>一篇文章的文件大小(&amp;S)</translation>
    </message>
</context>
<context>
    <name>LinesPanel</name>
    <message>
        <source>Reading the annotations…</source>
        <extracomment>A row is gone to: its article and annotation. Rows are selected where none were, or none where some were. Lines are to be read anew.</extracomment>
        <translation>正在读取标注……</translation>
    </message>
    <message>
        <source>No annotation matches “{typed}”</source>
        <translation>没有与“{typed}”相符的标注</translation>
    </message>
    <message>
        <source>Nothing is marked yet: select some text and press a key of the tag panel</source>
        <translation>尚无标注：选取一段文字，再按标签面板上的键</translation>
    </message>
    <message>
        <source>Filter annotations</source>
        <translation>筛选标注</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Tables</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>&amp;All or none</source>
        <translation>全选或全不选(&amp;A)</translation>
    </message>
    <message>
        <source>Tables of the dataset</source>
        <translation>数据集的各表</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>表格的前几行</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pizhu Workbench</source>
        <extracomment>Asked before the window goes; it stays if the answer is no.</extracomment>
        <translation>批注工作台</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Opening the project…</source>
        <translation>正在打开项目…</translation>
    </message>
    <message>
        <source>This project has no articles yet.
Drop files or folders here, or choose File › Import articles.</source>
        <translation>这个项目还没有文章。
请把文件或文件夹拖到这里，或选择“文件 › 导入文章”。</translation>
    </message>
</context>
<context>
    <name>MarkAllDialog</name>
    <message>
        <source>Mark all “{words}”</source>
        <translation>标注所有“{words}”</translation>
    </message>
    <message>
        <source>What is ticked is marked in one step that can be undone. What this layer marks there already is not ticked.</source>
        <translation>勾选的片段一步标注，可以撤销。该标注层已标注的片段不勾选。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>标注层</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>标注为</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>This project is open read-only: nothing can be changed in this window.</source>
        <translation>此项目以只读方式打开：在此窗口中不能作任何更改。</translation>
    </message>
    <message>
        <source>Already marked so: it is selected, and nothing was added.</source>
        <translation>已经这样标注过：已选中原有的标注，没有再添加。</translation>
    </message>
    <message>
        <source>The form that was open is saved as an annotation.</source>
        <translation>打开的表单已存为标注。</translation>
    </message>
    <message>
        <source>Put the caret into an annotation: it is split there.</source>
        <translation>请把光标放进一条标注，它会在那里拆开。</translation>
    </message>
    <message>
        <source>Split: the second half is selected.</source>
        <translation>已拆开，选中的是后一半。</translation>
    </message>
    <message>
        <source>Join with the first’s values</source>
        <translation>以第一条的值合并</translation>
    </message>
    <message>
        <source>Joined to one annotation.</source>
        <translation>已合并为一条标注。</translation>
    </message>
    <message>
        <source>Select an annotation first, then choose another tag for it.</source>
        <translation>请先选中一条标注，再为它换标签。</translation>
    </message>
    <message>
        <source>The annotation has another tag now; undo takes it back.</source>
        <translation>标注已换标签；可以撤销。</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>taken back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>kept as you chose before</source>
        <translation>照上次的决定保留</translation>
    </message>
</context>
<context>
    <name>MemoEditor</name>
    <message>
        <source>What the memo is on</source>
        <extracomment>What is written on a subject is to be saved. Another subject is chosen: its memo is to be shown.</extracomment>
        <translation>备注所附的对象</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Write your memo here: it is saved by itself.</source>
        <translation>在此写备注，会自动保存。</translation>
    </message>
</context>
<context>
    <name>Memos</name>
    <message>
        <source>Go to a tag or to an annotation first: the memo is on its category.</source>
        <translation>请先选中一个标签或一条标注：备注写在它的类目上。</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>本项目</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>{name} (deleted category)</source>
        <translation>{name}（已删除的类目）</translation>
    </message>
</context>
<context>
    <name>MemosModel</name>
    <message>
        <source>On</source>
        <translation>所附对象</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码员</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>MemosPanel</name>
    <message>
        <source>&amp;Delete this memo</source>
        <translation>删除这条备注(&amp;D)</translation>
    </message>
    <message>
        <source>No memo yet: write one on the left, or in the form of an annotation</source>
        <translation>还没有备注：可在左边写，也可在标注的表单里写</translation>
    </message>
    <message>
        <source>No memo matches “{typed}”</source>
        <translation>没有与“{typed}”相符的备注</translation>
    </message>
    <message>
        <source>Search all memos</source>
        <translation>查找所有备注</translation>
    </message>
    <message>
        <source>All memos</source>
        <translation>所有备注</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge categories</source>
        <translation>合并类目</translation>
    </message>
    <message>
        <source>Annotations, aliases, patterns, members and twins go to the category that stays, which keeps its key and label. One undo takes everything back.</source>
        <translation>标注、别名、匹配规则、成员和对应类目都归于保留的类目，它的键和名称不变。撤销一次即可全部恢复。</translation>
    </message>
    <message>
        <source>The category that stays</source>
        <translation>保留的类目</translation>
    </message>
    <message>
        <source>These become one:</source>
        <translation>以下类目合为一个：</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>&amp;Which keeps its key and label:</source>
        <translation>保留谁的键名和名称(&amp;W)：</translation>
    </message>
    <message>
        <source>“{name}” is the same as:</source>
        <translation>“{name}”与下面这一个是同一事物：</translation>
    </message>
    <message>
        <source>Choose another category than itself.</source>
        <translation>请选它自己以外的类目。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>undecidable</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>not coded</source>
        <translation>未编码</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Nothing is marked in this article.</source>
        <extracomment>The units at a place of the article. From the units near the caret, what is selected and the length of the text to the new caret.</extracomment>
        <translation>本文还没有标注。</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>my study.workbench</source>
        <translation>我的研究.workbench</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>the &amp;starter codebook for international relations</source>
        <translation>国际关系起始编码手册(&amp;S)</translation>
    </message>
    <message>
        <source>an &amp;empty codebook</source>
        <translation>空白编码手册(&amp;E)</translation>
    </message>
    <message>
        <source>a &amp;codebook file</source>
        <translation>编码手册文件(&amp;C)</translation>
    </message>
    <message>
        <source>codebook and articles of another &amp;project</source>
        <translation>另一项目的编码手册和文章(&amp;P)</translation>
    </message>
    <message>
        <source>File of the project</source>
        <translation>项目文件</translation>
    </message>
    <message>
        <source>File to begin from</source>
        <translation>起始所用的文件</translation>
    </message>
    <message>
        <source>&amp;File of the project</source>
        <translation>项目文件(&amp;F)</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>起始内容</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Footnotes and captions</source>
        <translation>脚注与图注</translation>
    </message>
    <message>
        <source>This article has no footnotes or captions</source>
        <translation>这篇文章没有脚注或图注</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>“{text}” is not a whole number: write digits only.</source>
        <translation>“{text}”不是整数：请只写数字。</translation>
    </message>
    <message>
        <source>“{text}” is not a number: write it like 76.2.</source>
        <translation>“{text}”不是数字：请写成 76.2 这样。</translation>
    </message>
    <message>
        <source>not a whole number yet</source>
        <translation>还不是整数</translation>
    </message>
    <message>
        <source>not a number yet</source>
        <translation>还不是数字</translation>
    </message>
</context>
<context>
    <name>OccurrenceModel</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前文</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>后文</translation>
    </message>
</context>
<context>
    <name>Original</name>
    <message>
        <source>advertisement</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>作者行</translation>
    </message>
    <message>
        <source>repeated title</source>
        <translation>重复的标题</translation>
    </message>
    <message>
        <source>running head</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>layout&apos;s line break</source>
        <translation>版面断行</translation>
    </message>
    <message>
        <source>footnote mark</source>
        <translation>脚注标记</translation>
    </message>
    <message>
        <source>radical, folded</source>
        <translation>部首字形已转为汉字</translation>
    </message>
    <message>
        <source>ranking of articles</source>
        <translation>文章排行</translation>
    </message>
    <message>
        <source>field of a database</source>
        <translation>数据库字段</translation>
    </message>
    <message>
        <source>anti-copy noise</source>
        <translation>防复制干扰字符</translation>
    </message>
    <message>
        <source>pinyin gloss</source>
        <translation>注音</translation>
    </message>
    <message>
        <source>gloss above words</source>
        <translation>字上的注音</translation>
    </message>
    <message>
        <source>hidden on the page</source>
        <translation>网页上隐藏的文字</translation>
    </message>
    <message>
        <source>frame of the page</source>
        <translation>网页框架</translation>
    </message>
    <message>
        <source>front matter</source>
        <translation>文首元数据</translation>
    </message>
    <message>
        <source>repeated paragraph</source>
        <translation>重复段落</translation>
    </message>
    <message>
        <source>cut by hand</source>
        <translation>手工删去</translation>
    </message>
    <message>
        <source>cut as you chose before</source>
        <translation>照上次的决定删去</translation>
    </message>
    <message>
        <source>footnote, kept apart</source>
        <translation>脚注（另存）</translation>
    </message>
    <message>
        <source>site head</source>
        <translation>网站页头</translation>
    </message>
    <message>
        <source>site foot</source>
        <translation>网站页脚</translation>
    </message>
    <message>
        <source>site template</source>
        <translation>网站模板</translation>
    </message>
    <message>
        <source>site notice</source>
        <translation>网站声明</translation>
    </message>
    <message>
        <source>related links</source>
        <translation>其他页面的链接</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>读者评论</translation>
    </message>
    <message>
        <source>editors&apos; line</source>
        <translation>编辑署名行</translation>
    </message>
    <message>
        <source>source line</source>
        <translation>来源行</translation>
    </message>
    <message>
        <source>caption, kept apart</source>
        <translation>图注（另存）</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown 标记</translation>
    </message>
    <message>
        <source>bullet, restored</source>
        <translation>项目符号（已恢复）</translation>
    </message>
    <message>
        <source>empty line</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>line end</source>
        <translation>行尾符</translation>
    </message>
    <message>
        <source>invisible character</source>
        <translation>不可见字符</translation>
    </message>
</context>
<context>
    <name>OriginalDialog</name>
    <message>
        <source>The original of “{title}”</source>
        <translation>“{title}”的原文件</translation>
    </message>
</context>
<context>
    <name>OutcomesModel</name>
    <message>
        <source>like “{title}”</source>
        <translation>与《{title}》相似</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>Pasted</name>
    <message>
        <source>Pasted {time}</source>
        <translation>粘贴 {time}</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>“{text}” can be {names}: pick the one that is meant (↓).</source>
        <translation>“{text}”可以是{names}：请选定所指的一个（↓）。</translation>
    </message>
    <message>
        <source>“{text}” is not chosen yet: pick it from the list (↓) or clear it.</source>
        <translation>“{text}”尚未选定：请从列表中选择（↓），或清除。</translation>
    </message>
    <message>
        <source>“{text}” is not in the list: choose another, add it (Shift+Enter), or clear it.</source>
        <translation>“{text}”不在代码表中：请另选一个，或添加它（Shift+Enter），或清除。</translation>
    </message>
    <message>
        <source>type to find</source>
        <translation>输入以查找</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{some} of {all}</source>
        <translation>{all} 项中的 {some} 项</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Place the annotation anew</source>
        <translation>为标注重新定位</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Select the passage that “{quote}” belongs to.</source>
        <translation>请选中“{quote}”所属的片段。</translation>
    </message>
    <message>
        <source>Place here</source>
        <translation>定位于此</translation>
    </message>
    <message>
        <source>Selected: “{quote}”</source>
        <translation>已选中：“{quote}”</translation>
    </message>
</context>
<context>
    <name>ProbabilityField</name>
    <message>
        <source>“{text}” is not a probability: write a number from 0 to 1, or per cent like 70%.</source>
        <translation>“{text}”不是概率：请写 0 到 1 的数，或百分数如 70%。</translation>
    </message>
    <message>
        <source>not a probability yet: from 0 to 1, or like 70%</source>
        <translation>还不是概率：0 到 1，或如 70%</translation>
    </message>
    <message>
        <source>0–1, or 70%</source>
        <translation>0–1，或 70%</translation>
    </message>
</context>
<context>
    <name>ProjectExport</name>
    <message>
        <source>Export for other programs</source>
        <translation>导出给其他程序</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>The project is in “{file}”.</source>
        <translation>项目已导出到“{file}”。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>Punctuation</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}：{text}</translation>
    </message>
    <message>
        <source>{text} ({inside})</source>
        <translation>{text}（{inside}）</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <extracomment>The files that are offered when articles are asked for. Those of projects that other programs have coded.</extracomment>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QuestionDelegate</name>
    <message>
        <source>2025, 2025-08, 2025-08-25</source>
        <translation>2025、2025-08、2025-08-25</translation>
    </message>
    <message>
        <source>(not settled)</source>
        <translation>（未判定）</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Text of the article</source>
        <translation>正文版式</translation>
    </message>
    <message>
        <source>&amp;Paragraph numbers</source>
        <translation>段落编号(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;entence numbers</source>
        <translation>句子编号(&amp;E)</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> 字</translation>
    </message>
    <message>
        <source>&amp;Font:</source>
        <translation>字体(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>字号(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Line:</source>
        <translation>行长(&amp;L)：</translation>
    </message>
    <message>
        <source>Li&amp;ne height:</source>
        <translation>行高(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;As usual</source>
        <translation>恢复默认(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>and {count} more</source>
        <extracomment>Pixels that a letter of the article has at least and at most. Says what an offer is, by its number: rich text for a tooltip.</extracomment>
        <translation>另有 {count} 条</translation>
    </message>
    <message>
        <source>Article text</source>
        <translation>文章正文</translation>
    </message>
    <message>
        <source>Names of the annotations</source>
        <translation>标注名称</translation>
    </message>
    <message>
        <source>Paragraph numbers and footnotes</source>
        <translation>段落编号和脚注</translation>
    </message>
    <message>
        <source>Where annotations are</source>
        <translation>标注位置</translation>
    </message>
    <message>
        <source>incomplete: {missing}</source>
        <translation>还缺：{missing}</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>memo</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>undecidable</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>纳入规则</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>排除规则</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>Recoding</name>
    <message>
        <source>Retire {name}? It stays in these annotations and is not offered any more.</source>
        <translation>停用{name}吗？它仍保留在这些标注中，但不再提供选择。</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Delete {name}?</source>
        <translation>删除{name}吗？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the {count} categories of “{list}” that no annotation uses?</source>
        <translation>删除“{list}”中没有标注使用的 {count} 个类目吗？</translation>
    </message>
    <message>
        <source>Change the kind of {name}? Every value must allow it.</source>
        <translation>更改{name}的类型吗？所有已编码的值都须允许。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>{count} categories</source>
        <translation>{count} 个类目</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>imported and linked</source>
        <translation>已导入并关联</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>not an article&apos;s kind of file</source>
        <translation>不像是文章的文件</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何文章。</translation>
    </message>
    <message>
        <source>It was cancelled; what was done stays.</source>
        <translation>导入已取消，已完成的部分保留。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>What was imported</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>To be reviewed</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Passages to be reviewed</source>
        <translation>待复核的片段</translation>
    </message>
    <message>
        <source>Nothing is to be reviewed: no rule has changed since these passages were coded.</source>
        <translation>没有待复核的片段：编码以来规则没有变动。</translation>
    </message>
    <message>
        <source>&amp;Next (N)</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reviewed (R)</source>
        <translation>已复核(&amp;R)</translation>
    </message>
    <message>
        <source>{count} to be reviewed</source>
        <translation>待复核片段：{count}</translation>
    </message>
</context>
<context>
    <name>ScoresModel</name>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>布赖尔分</translation>
    </message>
    <message>
        <source>n</source>
        <translation>条数</translation>
    </message>
</context>
<context>
    <name>ScoresPanel</name>
    <message>
        <source>Whose Brier scores</source>
        <translation>谁的布赖尔分</translation>
    </message>
    <message>
        <source>The mean of (probability − outcome)²: 0 is the best there is, 1 the worst</source>
        <translation>（概率 − 结果）² 的均值：0 最好，1 最差</translation>
    </message>
    <message>
        <source>Brier scores</source>
        <translation>布赖尔分</translation>
    </message>
    <message>
        <source>No forecast on a settled question has a probability yet</source>
        <translation>还没有一条已判定问题上的预测带有概率</translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message>
        <source>There is no other layer of this kind; make one in the codebook.</source>
        <translation>没有同类的其他标注层；请先在编码手册中新建。</translation>
    </message>
    <message>
        <source>The selected annotations are of several layers; filter the table by one layer and select those.</source>
        <translation>所选标注属于多个标注层；请先在表中筛选出一个标注层，再选择。</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>&amp;No key</source>
        <translation>不设按键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>恢复默认(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;All usual keys</source>
        <translation>全部恢复默认(&amp;A)</translation>
    </message>
    <message>
        <source>Change the keys</source>
        <translation>更改按键</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Press the new &amp;key:</source>
        <translation>按下新的键(&amp;K)：</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新的键</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Usual: {keys}</source>
        <translation>默认：{keys}</translation>
    </message>
    <message>
        <source>&amp;Take it from there</source>
        <translation>改归此操作(&amp;T)</translation>
    </message>
    <message>
        <source>{key} is the key of “{name}”.</source>
        <translation>{key} 是“{name}”的按键。</translation>
    </message>
    <message>
        <source>{key} is the key of “{name}”; press another one.</source>
        <translation>{key} 是“{name}”的按键，请按另一个键。</translation>
    </message>
</context>
<context>
    <name>ShownFlow</name>
    <message>
        <source>The layer “{layer}” is shown again.</source>
        <translation>标注层“{layer}”重新显示。</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>突出显示</translation>
    </message>
    <message>
        <source>Other coders</source>
        <translation>其他编码员</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>全部显示(&amp;E)</translation>
    </message>
    <message>
        <source>No layer</source>
        <translation>不突出标注层</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>&amp;Into:</source>
        <translation>拆分为(&amp;I)：</translation>
    </message>
    <message>
        <source>Choose or add two categories or more; then give each of your passages its digit, or press its button: the first nine have digits. Several passages can be selected at once.</source>
        <translation>选择或添加两个以上的类目，然后为你的每个片段按下数字键，或点其按钮；前九个类目有数字键。可同时选中多个片段。</translation>
    </message>
    <message>
        <source>Split “{name}”</source>
        <translation>拆分“{name}”</translation>
    </message>
    <message>
        <source>Into these categories</source>
        <translation>拆分为这些类目</translation>
    </message>
    <message>
        <source>Passages of “{name}”</source>
        <translation>“{name}”的片段</translation>
    </message>
    <message>
        <source>No annotation uses it.</source>
        <translation>没有标注使用它。</translation>
    </message>
    <message>
        <source>{done} of {count} assigned</source>
        <translation>已分配 {done} / {count}</translation>
    </message>
    <message>
        <source>{done} of {count} assigned; the others stay as they are</source>
        <translation>已分配 {done} / {count}；其余保持不变</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Pizhu Workbench</source>
        <translation>批注工作台</translation>
    </message>
    <message>
        <source>Read an article beside the tag panel, mark it, export the coding dataset.</source>
        <translation>在标签面板旁阅读文章，标注，导出编码数据集。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Starts with the codebook for international relations</source>
        <translation>从国际关系编码手册开始</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>A .workbench file from this or another computer</source>
        <translation>这台或另一台电脑上的 .workbench 文件</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Short articles to try everything on</source>
        <translation>几篇短文，供试用各项功能</translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>Holder</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>→ Toward · target</source>
        <translation>→ 对谁 · 对什么</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>立场</translation>
    </message>
    <message>
        <source>By holder</source>
        <translation>按持有者</translation>
    </message>
    <message>
        <source>By target</source>
        <translation>按对象</translation>
    </message>
</context>
<context>
    <name>StatementsPanel</name>
    <message>
        <source>Filter statements</source>
        <translation>筛选立场陈述</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>立场陈述</translation>
    </message>
    <message>
        <source>No statement yet: mark a passage as a stance, with holder and position</source>
        <translation>还没有立场陈述：把一个片段标为立场，并填上持有者和立场</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>coder {name}</source>
        <translation>编码员 {name}</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>selected: {start}–{end} ({count})</source>
        <translation>选中 {start}–{end}（{count} 字）</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>The form was saved as an annotation; undo again to take it back.</source>
        <translation>表单已存为标注；再撤销一次即可取回。</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>已撤销：{step}</translation>
    </message>
    <message>
        <source>Save or cancel the form first.</source>
        <translation>请先保存或取消表单。</translation>
    </message>
    <message>
        <source>Redone: {step}</source>
        <translation>已重做：{step}</translation>
    </message>
    <message>
        <source>{undone}. The articles are no longer in the project; redo brings them back.</source>
        <translation>{undone}。这些文章已不在项目中，重做可以恢复。</translation>
    </message>
    <message>
        <source>Redo the import</source>
        <translation>重做导入</translation>
    </message>
    <message>
        <source>Steps taken back: {count}. They can be repeated until you do something else.</source>
        <translation>已撤销 {count} 步；在做别的操作之前都可以重做。</translation>
    </message>
    <message>
        <source>Repeat them</source>
        <translation>重做这些步骤</translation>
    </message>
    <message>
        <source>Steps repeated: {count}.</source>
        <translation>已重做 {count} 步。</translation>
    </message>
    <message>
        <source>Take them back</source>
        <translation>撤销这些步骤</translation>
    </message>
</context>
<context>
    <name>SuggestFlow</name>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>Suggestion: {category} ({layer})</source>
        <translation>建议：{category}（{layer}）</translation>
    </message>
    <message>
        <source>Suggestions are off: turn them on in the menu Edit.</source>
        <translation>建议已关闭：可在“编辑”菜单中打开。</translation>
    </message>
    <message>
        <source>What is suggested here is of hidden layers: show them in Layers.</source>
        <translation>这里的建议都属于已隐藏的标注层；请在“标注层”菜单中显示它们。</translation>
    </message>
    <message>
        <source>Nothing is suggested in this article any more.</source>
        <translation>本文中不再有建议。</translation>
    </message>
    <message>
        <source>Suggestion {number} of {count}: “{quote}” as {category}</source>
        <translation>第 {number} 处建议，共 {count} 处：“{quote}”标为{category}</translation>
    </message>
    <message>
        <source>Several categories are called so: accept it to choose one.</source>
        <translation>有几个类目都叫这个名称：先接受，再选择其中一个。</translation>
    </message>
    <message>
        <source>Passages marked: {count}.</source>
        <translation>已标注片段：{count}。</translation>
    </message>
    <message>
        <source>Which one is meant?</source>
        <translation>指的是哪一个？</translation>
    </message>
</context>
<context>
    <name>SuggestionPopup</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Accept: {name}</source>
        <translation>接受：{name}</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Other category…</source>
        <translation>其他类目…</translation>
    </message>
    <message>
        <source>All in this article</source>
        <translation>本文中的全部</translation>
    </message>
    <message>
        <source>All in the project…</source>
        <translation>整个项目中的全部…</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>TableControls</name>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>整个项目</translation>
    </message>
    <message>
        <source>This article, all coders</source>
        <translation>本文（所有编码员）</translation>
    </message>
    <message>
        <source>Whole project, all coders</source>
        <translation>整个项目（所有编码员）</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示范围</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
</context>
<context>
    <name>TablesModel</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Select some text first, then choose a tag.</source>
        <extracomment>A memo is to be written on a category, named by its list and key.</extracomment>
        <translation>请先选取文字，再选标签。</translation>
    </message>
    <message>
        <source>Several have this name, and the date does not decide: pick (↓).</source>
        <translation>几个类目都叫这个名字，日期也不能决定：请选定一个（↓）。</translation>
    </message>
    <message>
        <source>Pick the list to add it to (↓), or the tag that is there.</source>
        <translation>请选定要添加到的代码表（↓），或已有的标签。</translation>
    </message>
    <message>
        <source>&amp;Edit this category…</source>
        <translation>编辑此类目(&amp;E)…</translation>
    </message>
    <message>
        <source>Edit this &amp;layer…</source>
        <translation>编辑此标注层(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Merge into another category…</source>
        <translation>并入另一类目(&amp;M)…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags found</source>
        <translation>找到的标签</translation>
    </message>
    <message>
        <source>Pinyin is still being read: it is found in a moment.</source>
        <translation>拼音还在读取中，稍后即可按拼音查找。</translation>
    </message>
    <message>
        <source>Mark with the &amp;key</source>
        <translation>用按键标注(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>Mem&amp;o on this category</source>
        <translation>此类目的备注(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>Used last</source>
        <extracomment>How often each category of a layer is marked in the article.</extracomment>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Named in this article</source>
        <translation>本文提到</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>TimeKeeper</name>
    <message>
        <source>Time is no longer counted. What was counted stays in the project.</source>
        <translation>不再记录用时；已记录的留在项目中。</translation>
    </message>
    <message>
        <source>From now on the project file keeps how many seconds you work on each article on each day: while this program is in front, until a minute after the last key or mouse. Nothing of what you type or see is kept for this; whoever gets the project or its dataset can see the times.</source>
        <translation>从现在起，项目文件会记录您每天在每篇文章上工作多少秒：只在本程序位于前台时计时，最后一次按键或使用鼠标一分钟后停止。此功能不保存您输入或看到的任何内容；凡得到项目或其数据集的人都能看到这些时间。</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>Tip</name>
    <message>
        <source>Also</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>纳入规则</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>排除规则</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>F1: the whole entry</source>
        <translation>F1：查看全条</translation>
    </message>
    <message>
        <source>Definition</source>
        <extracomment>A label in quotation marks, as rules name the neighbours of a category.</extracomment>
        <translation>定义</translation>
    </message>
</context>
<context>
    <name>TwinsBar</name>
    <message>
        <source>Lea&amp;ve out</source>
        <translation>不导入(&amp;V)</translation>
    </message>
    <message>
        <source>Import an&amp;yway</source>
        <translation>仍要导入(&amp;Y)</translation>
    </message>
    <message>
        <source>Import and &amp;link</source>
        <translation>导入并关联(&amp;L)</translation>
    </message>
    <message>
        <source>The dataset then tells that both are one article in two renderings.</source>
        <translation>数据集里会注明：两者是同一篇文章的两个版本。</translation>
    </message>
    <message>
        <source>Both te&amp;xts</source>
        <translation>两篇对照(&amp;X)</translation>
    </message>
    <message>
        <source>What is &amp;cut</source>
        <translation>删节对照(&amp;C)</translation>
    </message>
    <message>
        <source>This is the same file as “{title}”.</source>
        <translation>与《{title}》是同一个文件。</translation>
    </message>
    <message>
        <source>{share} like “{title}”. What only one of them has is underlined.</source>
        <translation>与《{title}》相似 {share}。只有一方才有的文字加了下划线。</translation>
    </message>
</context>
<context>
    <name>TwinsPane</name>
    <message>
        <source>This file</source>
        <translation>这个文件</translation>
    </message>
    <message>
        <source>What it is like</source>
        <translation>与它相似的文章</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>只有这里有</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Not saved: {marks}. {why} Then save it here; you can go on coding meanwhile.</source>
        <translation>尚未保存：{marks}。{why}然后在此保存；其间可以继续编码。</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>“{quote}” ({layer})</source>
        <translation>“{quote}”（{layer}）</translation>
    </message>
    <message>
        <source>{mark} and more: {count}</source>
        <translation>{mark} 等，另有 {count} 条</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>The project file cannot be written to just now: make its disk or folder writable again.</source>
        <translation>项目文件现在无法写入：请让它所在的磁盘或文件夹恢复可写。</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Frozen: {name}</source>
        <translation>已冻结：{name}</translation>
    </message>
    <message>
        <source>Changed since “{version}”: {names}</source>
        <translation>自“{version}”以来有变动：{names}</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the codebook</source>
        <translation>编码手册的版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Changed from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>No version is frozen yet: choose “Freeze a version” in the menu Codebook.</source>
        <translation>还没有冻结任何版本：请在“编码手册”菜单中选择“冻结一个版本”。</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>没有改动。</translation>
    </message>
</context>
<context>
    <name>What</name>
    <message>
        <source>What</source>
        <translation>导出什么</translation>
    </message>
    <message>
        <source>&amp;Remember…</source>
        <translation>记住(&amp;R)…</translation>
    </message>
    <message>
        <source>A &amp;group is its members in the long tables</source>
        <translation>长表中群体换成其成员(&amp;G)</translation>
    </message>
    <message>
        <source>Re&amp;membered</source>
        <translation>记住的选择(&amp;M)</translation>
    </message>
    <message>
        <source>La&amp;yers</source>
        <translation>标注层(&amp;Y)</translation>
    </message>
    <message>
        <source>C&amp;oders</source>
        <translation>编码员(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;tatus of the articles</source>
        <translation>文章的状态(&amp;T)</translation>
    </message>
    <message>
        <source>A row a member, with the group in expanded_from and 1/members in weight; mechanisms and organisations stay one. All other tables have what was coded.</source>
        <translation>每个成员一行，expanded_from 为群体，weight 为 1/成员数；机制和组织仍算一个。其余各表仍是所编的内容。</translation>
    </message>
    <message>
        <source>(the whole project)</source>
        <translation>（整个项目）</translation>
    </message>
    <message>
        <source>Remembered besides: {filters}</source>
        <translation>还记住了：{filters}</translation>
    </message>
    <message>
        <source>Remember this export</source>
        <translation>记住这次导出</translation>
    </message>
    <message>
        <source>Its name; it is kept in the project.</source>
        <translation>名称（保存在项目中）</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>undone, then overtaken</source>
        <translation>已撤销，且被后来的操作取代</translation>
    </message>
    <message>
        <source>cannot be undone</source>
        <translation>不可撤销</translation>
    </message>
    <message>
        <source>mark: {quote} ({layer})</source>
        <translation>标注：{quote}（{layer}）</translation>
    </message>
    <message>
        <source>mark {count} passages</source>
        <translation>标注 {count} 个片段</translation>
    </message>
    <message>
        <source>change: {quote} ({layer})</source>
        <translation>修改：{quote}（{layer}）</translation>
    </message>
    <message>
        <source>memo: {quote} ({layer})</source>
        <translation>备注：{quote}（{layer}）</translation>
    </message>
    <message>
        <source>certainty: {quote} ({layer})</source>
        <translation>确定性：{quote}（{layer}）</translation>
    </message>
    <message>
        <source>move borders: {quote} ({layer})</source>
        <translation>移动边界：{quote}（{layer}）</translation>
    </message>
    <message>
        <source>delete: {quote} ({layer})</source>
        <translation>删除：{quote}（{layer}）</translation>
    </message>
    <message>
        <source>code the article: {title}</source>
        <translation>文章变量：{title}</translation>
    </message>
    <message>
        <source>status “{status}”: {title}</source>
        <translation>状态“{status}”：{title}</translation>
    </message>
    <message>
        <source>correct the text: {title}</source>
        <translation>改正正文：{title}</translation>
    </message>
    <message>
        <source>edit details: {title}</source>
        <translation>修改信息：{title}</translation>
    </message>
    <message>
        <source>import: {title}</source>
        <translation>导入：{title}</translation>
    </message>
    <message>
        <source>memo: {subject}</source>
        <translation>备注：{subject}</translation>
    </message>
    <message>
        <source>delete memo: {subject}</source>
        <translation>删除备注：{subject}</translation>
    </message>
    <message>
        <source>remember the export “{name}”</source>
        <translation>记住导出“{name}”</translation>
    </message>
    <message>
        <source>forget the export “{name}”</source>
        <translation>不再记住导出“{name}”</translation>
    </message>
    <message>
        <source>reject a suggestion: {quote}</source>
        <translation>拒绝建议：{quote}</translation>
    </message>
    <message>
        <source>make the project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>import {count} articles</source>
        <translation>导入 {count} 篇文章</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>本项目</translation>
    </message>
    <message>
        <source>add category: {category}</source>
        <translation>添加类目：{category}</translation>
    </message>
    <message>
        <source>edit category: {category}</source>
        <translation>修改类目：{category}</translation>
    </message>
    <message>
        <source>move category: {name}</source>
        <translation>移动类目：{name}</translation>
    </message>
    <message>
        <source>retire category: {name}</source>
        <translation>停用类目：{name}</translation>
    </message>
    <message>
        <source>offer category again: {name}</source>
        <translation>恢复使用类目：{name}</translation>
    </message>
    <message>
        <source>delete category: {name}</source>
        <translation>删除类目：{name}</translation>
    </message>
    <message>
        <source>merge {name} into {category} ({count} recoded)</source>
        <translation>把 {name} 并入 {category}（{count} 条重新编码）</translation>
    </message>
    <message>
        <source>split category: {name} ({count} recoded)</source>
        <translation>拆分类目：{name}（{count} 条重新编码）</translation>
    </message>
    <message>
        <source>add code list: {name}</source>
        <translation>添加代码表：{name}</translation>
    </message>
    <message>
        <source>edit code list: {name}</source>
        <translation>修改代码表：{name}</translation>
    </message>
    <message>
        <source>move code list: {name}</source>
        <translation>移动代码表：{name}</translation>
    </message>
    <message>
        <source>delete code list: {name}</source>
        <translation>删除代码表：{name}</translation>
    </message>
    <message>
        <source>add layer: {name}</source>
        <translation>添加标注层：{name}</translation>
    </message>
    <message>
        <source>edit layer: {name}</source>
        <translation>修改标注层：{name}</translation>
    </message>
    <message>
        <source>move layer: {name}</source>
        <translation>移动标注层：{name}</translation>
    </message>
    <message>
        <source>retire layer: {name}</source>
        <translation>停用标注层：{name}</translation>
    </message>
    <message>
        <source>offer layer again: {name}</source>
        <translation>恢复使用标注层：{name}</translation>
    </message>
    <message>
        <source>delete layer: {name}</source>
        <translation>删除标注层：{name}</translation>
    </message>
    <message>
        <source>add variable: {name} ({layer})</source>
        <translation>添加变量：{name}（{layer}）</translation>
    </message>
    <message>
        <source>edit variable: {name} ({layer})</source>
        <translation>修改变量：{name}（{layer}）</translation>
    </message>
    <message>
        <source>move variable: {name} ({layer})</source>
        <translation>移动变量：{name}（{layer}）</translation>
    </message>
    <message>
        <source>retire variable: {name} ({layer})</source>
        <translation>停用变量：{name}（{layer}）</translation>
    </message>
    <message>
        <source>offer variable again: {name} ({layer})</source>
        <translation>恢复使用变量：{name}（{layer}）</translation>
    </message>
    <message>
        <source>delete variable: {name} ({layer})</source>
        <translation>删除变量：{name}（{layer}）</translation>
    </message>
    <message>
        <source>change an annotation</source>
        <translation>修改一条标注</translation>
    </message>
    <message>
        <source>move an annotation to: {layer}</source>
        <translation>把一条标注移到：{layer}</translation>
    </message>
    <message>
        <source>freeze the codebook: {name}</source>
        <translation>冻结编码手册的版本：{name}</translation>
    </message>
    <message>
        <source>review an annotation under: {name}</source>
        <translation>按“{name}”复核一条标注</translation>
    </message>
    <message>
        <source>replace the codebook by: {name}</source>
        <translation>替换编码手册：{name}</translation>
    </message>
    <message>
        <source>move {count} categories</source>
        <translation>移动 {count} 个类目</translation>
    </message>
    <message>
        <source>retire {count} categories</source>
        <translation>停用 {count} 个类目</translation>
    </message>
    <message>
        <source>offer {count} categories again</source>
        <translation>恢复使用 {count} 个类目</translation>
    </message>
    <message>
        <source>delete {count} categories</source>
        <translation>删除 {count} 个类目</translation>
    </message>
    <message>
        <source>change {count} annotations</source>
        <translation>修改 {count} 条标注</translation>
    </message>
    <message>
        <source>move {count} annotations to: {layer}</source>
        <translation>把 {count} 条标注移到：{layer}</translation>
    </message>
    <message>
        <source>review {count} annotations under: {name}</source>
        <translation>按“{name}”复核 {count} 条标注</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Outlet</source>
        <translation>媒体(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>作者(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>发表日期(&amp;P)</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>网址(&amp;R)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Script</source>
        <translation>简繁(&amp;S)</translation>
    </message>
    <message>
        <source>G&amp;enre</source>
        <translation>体裁(&amp;E)</translation>
    </message>
    <message>
        <source>add coder: {name}</source>
        <translation>添加编码员：{name}</translation>
    </message>
    <message>
        <source>delete {count} annotations</source>
        <translation>删除 {count} 条标注</translation>
    </message>
    <message>
        <source>import the project “{name}”</source>
        <translation>导入项目“{name}”</translation>
    </message>
    <message>
        <source>split: {quote} ({layer})</source>
        <translation>拆开：{quote}（{layer}）</translation>
    </message>
    <message>
        <source>join {count} annotations: {quote} ({layer})</source>
        <translation>合并 {count} 条标注：{quote}（{layer}）</translation>
    </message>
    <message>
        <source>another tag: {quote} ({layer})</source>
        <translation>换标签：{quote}（{layer}）</translation>
    </message>
    <message>
        <source>key of category: {category}</source>
        <translation>类目的快捷键：{category}</translation>
    </message>
</context>
<context>
    <name>WorkWidget</name>
    <message>
        <source>{work} · {time} left</source>
        <translation>{work} · 还需 {time}</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the work under way</source>
        <translation>取消正在进行的工作</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
</TS>
