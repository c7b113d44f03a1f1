document.write('╥жоМ╣╫н╒пееСсях╕');
